//! What waits is bounded, on the way in and on the way out.

use std::io::{BufRead, Write};

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
    transfer(&mut client, &mut server, WHOLE).expect("data");
    assert_eq!(server.take_received(), [2; 1000]);
}
