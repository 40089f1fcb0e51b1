//! How a connection ends, well or badly: nothing follows, and an alert is sent once.

use std::io::{BufRead, ErrorKind, Read};
use std::sync::Arc;

use tls_core::{ClientConfig, Error};

use crate::pairs::{configs, pairs};
use crate::support::peer::Peer;
use crate::support::wire::{WHOLE, connect, deliver, say};
use crate::support::{client, server};

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
