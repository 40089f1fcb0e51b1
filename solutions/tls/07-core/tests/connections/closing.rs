//! How a connection ends, well or badly: nothing follows, and an alert is sent once.

use std::io::{BufRead, ErrorKind, Read, Write};
use std::sync::Arc;

use tls_core::{ClientConfig, ConnectionCommon, Error};

use crate::pairs::{configs, pairs};
use crate::support::peer::Peer;
use crate::support::wire::{WHOLE, connect, deliver, say};
use crate::support::{client, server, unbuffered_client, unbuffered_server};

#[test]
fn nothing_but_a_close_notify_follows_a_close_notify() {
    let (client_config, server_config) = configs();
    for (mut client, mut server) in pairs(&client_config, &server_config) {
        connect(&mut *client, &mut *server);
        client.close();
        client.close();
        let mut wire = Vec::new();
        client.send(&mut wire);
        // One record: header, alert, type and tag.
        assert_eq!(wire.len(), 5 + 2 + 1 + 16);
        server.receive(&wire).expect("an end");
        assert!(server.peer_has_closed());
        // What comes behind it is not looked at.
        server.receive(b"anything at all").expect("nothing");
        say(&mut *server, &mut *client, 1000, WHOLE);
    }
}

/// What lies behind the peer's last record is not the connection's.
#[test]
fn nothing_is_read_behind_a_close_notify() {
    let (client_config, server_config) = configs();
    let (mut client, mut server) = (client(client_config), server(server_config));
    connect(&mut client, &mut server);
    client.close();
    deliver(&mut client, &mut server, WHOLE).expect("an end");
    assert!(server.connection.peer_has_closed());
    let mut source = &b"anything at all"[..];
    let count = server.connection.read_tls(&mut source).expect("an end");
    assert_eq!((count, source.len()), (0, 15));
}

#[test]
fn nothing_follows_a_close_notify_in_the_handshake() {
    let (client_config, server_config) = configs();
    for (mut client, mut server) in pairs(&client_config, &server_config) {
        deliver(&mut *client, &mut *server, WHOLE).expect("a hello");
        server.close();
        deliver(&mut *server, &mut *client, WHOLE).expect("a flight and an end");
        assert!(client.peer_has_closed());
        // The server finishes, but sends no tickets.
        deliver(&mut *client, &mut *server, WHOLE).expect("a Finished");
        assert!(!server.is_handshaking());
        assert!(!deliver(&mut *server, &mut *client, WHOLE).expect("nothing"));
        // Data still goes the other way.
        say(&mut *client, &mut *server, 1000, WHOLE);
    }
    for (mut client, mut server) in pairs(&client_config, &server_config) {
        deliver(&mut *client, &mut *server, WHOLE).expect("a hello");
        client.close();
        deliver(&mut *client, &mut *server, WHOLE).expect("an end");
        assert!(server.peer_has_closed() && server.is_handshaking());
        deliver(&mut *server, &mut *client, WHOLE).expect("a flight");
        assert!(!deliver(&mut *client, &mut *server, WHOLE).expect("nothing"));
    }
}

/// Its Finished is a message, too: none follows, so the server waits for it for ever, and
/// there is no handshake to speak of.
#[test]
fn a_client_that_closes_in_the_handshake_never_finishes_it() {
    let (client_config, server_config) = configs();
    let (mut client, mut server) = (client(client_config), server(server_config));
    deliver(&mut client, &mut server, WHOLE).expect("a hello");
    client.close();
    deliver(&mut client, &mut server, WHOLE).expect("an end");
    deliver(&mut server, &mut client, WHOLE).expect("a flight");
    assert!(server.is_handshaking() && client.is_handshaking());
    let (ours, theirs) = (&mut client.connection, &mut server.connection);
    for connection in [&mut ***ours, &mut ***theirs] {
        assert_eq!(
            connection.export_keying_material([0; 32], b"label", None),
            Err(Error::HandshakeNotComplete)
        );
        assert_eq!(
            connection.refresh_traffic_keys(),
            Err(Error::HandshakeNotComplete)
        );
    }
    assert!(!deliver(&mut client, &mut server, WHOLE).expect("nothing"));
    // Whoever waits for the end of the handshake learns that there is none.
    let error = client
        .connection
        .complete_io(&mut std::io::Cursor::new(Vec::new()))
        .expect_err("no handshake");
    assert_eq!(error.kind(), ErrorKind::UnexpectedEof);
}

/// Anybody can say so before there are keys, so it is no end of what the peer has to say.
#[test]
fn a_close_notify_in_the_handshake_is_no_clean_end() {
    let (client_config, server_config) = configs();
    let (mut client, mut server) = (client(client_config), server(server_config));
    let close_notify = [21, 3, 3, 0, 2, 1, 0];
    client.receive(&close_notify).expect("an end");
    server.receive(&close_notify).expect("an end");
    for mut reader in [client.connection.reader(), server.connection.reader()] {
        let error = reader.read(&mut [0]).expect_err("no handshake");
        assert_eq!(error.kind(), ErrorKind::UnexpectedEof);
    }
}

#[test]
fn an_error_stays_and_is_told_once() {
    let (client_config, server_config) = configs();
    for (mut client, mut server) in pairs(&client_config, &server_config) {
        connect(&mut *client, &mut *server);
        client.write(b"data");
        let mut wire = Vec::new();
        client.send(&mut wire);
        *wire.last_mut().expect("a record") ^= 1;
        let error = Error::InvalidRecord(deframer::InvalidRecord::NotAuthentic);
        for _ in 0..3 {
            let failure = server.receive(&wire).expect_err("not authentic");
            assert_eq!(failure.downcast_ref(), Some(&error));
        }
        let mut alert = Vec::new();
        server.send(&mut alert);
        let failure = client.receive(&alert).expect_err("an alert");
        let told = Error::AlertReceived(tls_core::AlertDescription::BAD_RECORD_MAC);
        assert_eq!(failure.downcast_ref(), Some(&told));
        // Neither has anything more to say.
        for peer in [&mut client, &mut server] {
            peer.close();
            let mut wire = Vec::new();
            peer.send(&mut wire);
            assert_eq!(wire, []);
        }
    }
}

/// Whoever may not send any more learns why: this side has closed, or something has failed.
#[test]
fn a_writer_says_why_it_takes_nothing() {
    fn say(connection: &mut ConnectionCommon) -> [Error; 2] {
        let error = connection.writer().write(b"data").expect_err("an end");
        assert_eq!(error.kind(), ErrorKind::BrokenPipe);
        let error = error.get_ref().and_then(|error| error.downcast_ref());
        [
            error.cloned().expect("an error of this core"),
            connection.refresh_traffic_keys().expect_err("an end"),
        ]
    }

    let (client_config, server_config) = configs();
    let (mut client, mut server) = (client(client_config.clone()), server(server_config.clone()));
    connect(&mut client, &mut server);
    client.close();
    assert_eq!(say(&mut client.connection), [Error::Closed, Error::Closed]);
    // The peer's alert, also on a side that has closed.
    let wire = [&[23, 3, 3, 0, 17][..], &[0; 17]].concat();
    server.receive(&wire).expect_err("not authentic");
    deliver(&mut server, &mut client, WHOLE).expect_err("an alert");
    let [told, _] = say(&mut client.connection);
    assert_eq!(
        told,
        Error::AlertReceived(tls_core::AlertDescription::BAD_RECORD_MAC)
    );
    let [told, _] = say(&mut server.connection);
    assert_eq!(told, Error::from(deframer::InvalidRecord::NotAuthentic));

    let mut client = unbuffered_client(client_config);
    let mut server = unbuffered_server(server_config);
    connect(&mut client, &mut server);
    let mut out = [0; 100];
    client.close();
    let closed = client.connection.encrypt(b"data", &mut out);
    assert_eq!(closed, Err(Error::Closed));
    server.receive(&wire).expect_err("not authentic");
    let failed = server.connection.encrypt(b"data", &mut out);
    assert_eq!(failed, Err(deframer::InvalidRecord::NotAuthentic.into()));
    assert_eq!(Error::Closed.alert(), None);
}

#[test]
fn a_buffer_that_is_too_short_takes_nothing() {
    let (client_config, server_config) = configs();
    let mut client = unbuffered_client(client_config);
    let mut server = unbuffered_server(server_config);
    connect(&mut client, &mut server);
    // What waits counts, too.
    client.update_keys();
    let record = |content: usize| 5 + content + 1 + 16;
    let required_size = record(5) + record(1 << 14) + record(1);
    let data = vec![1; (1 << 14) + 1];
    assert_eq!(
        client.connection.encrypted_length(data.len()),
        required_size
    );
    for length in [0, required_size - 1] {
        let error = client.connection.encrypt(&data, &mut vec![0; length]);
        assert_eq!(error, Err(Error::InsufficientSize { required_size }));
    }
    let mut out = vec![0; required_size];
    let sealed = client.connection.encrypt(&data, &mut out);
    assert_eq!(sealed, Ok(required_size));
    server.receive(&out).expect("an update and data");
    assert!(server.take_received() == data);
    // As much as there can be, and no more.
    assert_eq!(client.connection.encrypted_length(usize::MAX), usize::MAX);
}

#[test]
fn a_reader_repeats_the_error() {
    let (client_config, server_config) = configs();
    let (mut client, mut server) = (client(client_config), server(server_config));
    connect(&mut client, &mut server);
    client.write(b"data");
    let mut wire = Vec::new();
    client.send(&mut wire);
    *wire.last_mut().expect("a record") ^= 1;
    server.connection.read_tls(&mut &wire[..]).expect("room");
    // Found by the reader itself, and with nothing left to be worked on.
    for _ in 0..3 {
        let error = server.connection.reader().fill_buf().expect_err("failed");
        assert_eq!(error.kind(), ErrorKind::InvalidData);
    }
}

#[test]
fn an_alert_and_a_key_update_lie_in_one_record_each() {
    // However small the records are: an alert must not be split (RFC 8446, section 5.1),
    // and of the last records under a key one is for the update.
    let (client_config, server_config) = configs();
    let mut client_config = ClientConfig::clone(&client_config);
    client_config.max_fragment_size = Some(1);
    for (mut client, mut server) in pairs(&Arc::new(client_config), &server_config) {
        connect(&mut *client, &mut *server);
        let mut wire = Vec::new();
        client.update_keys();
        client.send(&mut wire);
        assert_eq!(wire.len(), 5 + 5 + 1 + 16);
        client.close();
        client.send(&mut wire);
        assert_eq!(wire.len(), 5 + 5 + 1 + 16 + 5 + 2 + 1 + 16);
        server.receive(&wire).expect("an update and an end");
        assert!(server.peer_has_closed());
    }
}
