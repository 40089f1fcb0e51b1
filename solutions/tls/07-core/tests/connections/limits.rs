//! What waits is bounded, on the way in and on the way out.

use std::io::{BufRead, Read, Write};

use crate::pairs::configs;
use crate::support::peer::Peer;
use crate::support::wire::{WHOLE, connect, transfer};
use crate::support::{client, server};

#[test]
fn data_that_nobody_reads_stops_the_peer() {
    let (client_config, server_config) = configs();
    let (mut client, mut server) = (client(client_config), server(server_config));
    connect(&mut client, &mut server);
    let data: Vec<u8> = (0..200_000).map(|at| (at % 251) as u8).collect();
    client.write(&data);
    let mut wire = Vec::new();
    client.send(&mut wire);

    let server = &mut server.connection;
    let mut rest = &wire[..];
    let mut received = Vec::new();
    while received.len() < data.len() {
        // As much as there is room for: two records and a bit.
        let full = loop {
            match server.read_tls(&mut rest) {
                Ok(0) => break None,
                Ok(_) => server.process_new_packets().map(drop).expect("data"),
                Err(error) => break Some(error.kind()),
            }
        };
        assert!(full.is_none() || full == Some(std::io::ErrorKind::OutOfMemory));
        assert!(!server.wants_read());
        let mut reader = server.reader();
        let count = reader.fill_buf().expect("data").len();
        assert!((1..=1 << 14).contains(&count));
        received.extend_from_slice(&reader.fill_buf().expect("data")[..count]);
        reader.consume(count);
        while server
            .process_new_packets()
            .expect("data")
            .plaintext_bytes_to_read()
            > 0
        {
            let mut reader = server.reader();
            // Not all at once.
            let count = reader.fill_buf().expect("data").len().div_ceil(2);
            received.extend_from_slice(&reader.fill_buf().expect("data")[..count]);
            reader.consume(count);
        }
    }
    assert!(received == data);
}

/// Whoever reads what there is to be read and then waits for the socket would wait for
/// ever, with the rest in the buffer.
#[test]
fn nothing_is_to_be_read_while_a_record_waits() {
    let (client_config, server_config) = configs();
    let (mut client, mut server) = (client(client_config), server(server_config));
    connect(&mut client, &mut server);
    let mut wire = Vec::new();
    client.write(b"one");
    client.write(b"two");
    client.close();
    client.send(&mut wire);

    // All three records in one delivery, and each in the buffer until it is worked on.
    let server = &mut server.connection;
    assert!(server.wants_read());
    assert_eq!(server.read_tls(&mut &wire[..]).expect("room"), wire.len());
    assert!(!server.wants_read(), "nothing has been worked on");
    for expected in [b"one", b"two"] {
        let state = server.process_new_packets().expect("data");
        assert_eq!(state.plaintext_bytes_to_read(), 3);
        assert!(!state.peer_has_closed());
        assert!(!server.wants_read());
        let mut data = vec![0; state.plaintext_bytes_to_read()];
        server.reader().read_exact(&mut data).expect("data");
        assert_eq!(data, expected);
        assert!(!server.wants_read(), "more lies behind it");
    }
    let state = server.process_new_packets().expect("an end");
    assert_eq!(state.plaintext_bytes_to_read(), 0);
    assert!(state.peer_has_closed());
    assert!(!server.wants_read());
}

#[test]
fn what_is_missing_of_a_record_is_to_be_read() {
    let (client_config, server_config) = configs();
    let (mut client, mut server) = (client(client_config), server(server_config));
    connect(&mut client, &mut server);
    client.write(b"data");
    let mut wire = Vec::new();
    client.send(&mut wire);
    let server = &mut server.connection;
    for byte in &wire {
        assert!(server.wants_read());
        server.read_tls(&mut &[*byte][..]).expect("room");
    }
    assert!(!server.wants_read());
}

#[test]
fn nothing_is_to_be_read_behind_a_header_that_is_refused() {
    let (client_config, server_config) = configs();
    let (mut client, mut server) = (client(client_config), server(server_config));
    connect(&mut client, &mut server);
    let server = &mut server.connection;
    server.read_tls(&mut &b"GET /"[..]).expect("room");
    assert!(!server.wants_read());
    server.process_new_packets().expect_err("no record");
}

#[test]
fn the_limit_for_what_waits_to_be_sent() {
    let (client_config, server_config) = configs();
    let (mut client, mut server) = (client(client_config), server(server_config));
    client.connection.set_buffer_limit(Some(1000));
    // Before the handshake and after it.
    assert_eq!(
        client.connection.writer().write(&[1; 3000]).expect("room"),
        1000
    );
    assert_eq!(
        client
            .connection
            .writer()
            .write(&[1; 3000])
            .expect("no room"),
        0
    );
    transfer(&mut client, &mut server, WHOLE).expect("a handshake");
    assert_eq!(server.take_received(), [1; 1000]);
    assert_eq!(
        client.connection.writer().write(&[2; 3000]).expect("room"),
        1000
    );
    assert_eq!(
        client
            .connection
            .writer()
            .write(&[2; 3000])
            .expect("no room"),
        0
    );
    // Full of data; the header of its record and the tag come on top.
    let mut wire = Vec::new();
    client.send(&mut wire);
    assert_eq!(wire.len(), 1000 + 22);
    server.receive(&wire).expect("data");
    assert_eq!(server.take_received(), [2; 1000]);
}
