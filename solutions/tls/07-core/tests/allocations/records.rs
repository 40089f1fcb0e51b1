//! Nothing is allocated for a record that is received or sent, whatever its length and
//! however it arrives.

use std::io::{BufRead, Read, Write};

use allocation_counter::{AllocationInfo, measure};
use tls_core::client::UnbufferedClientConnection;
use tls_core::crypto::ring;
use tls_core::server::UnbufferedServerConnection;
use tls_core::{ClientConnection, DEFAULT_BUFFER_LIMIT, ServerConnection};

use crate::support::peer::{Buffered, Peer, Unbuffered};
use crate::support::wire::{WHOLE, connect};
use crate::support::{client, client_config, identity, server, server_config};
use crate::support::{unbuffered_client, unbuffered_server};

/// The lengths of records: the least, the most, and some between them.
const LENGTHS: [usize; 5] = [1, 64, 1000, 4096, 1 << 14];
/// How many records a test sends.
const RECORDS: usize = 20;

fn buffered() -> (Buffered<ClientConnection>, Buffered<ServerConnection>) {
    let identity = identity::localhost();
    let mut client = client(client_config(ring::default_provider(), &identity));
    let mut server = server(server_config(ring::default_provider(), &identity));
    connect(&mut client, &mut server);
    (client, server)
}

type UnbufferedPair = (
    Unbuffered<UnbufferedClientConnection>,
    Unbuffered<UnbufferedServerConnection>,
);

fn unbuffered() -> UnbufferedPair {
    let identity = identity::localhost();
    let mut client = unbuffered_client(client_config(ring::default_provider(), &identity));
    let mut server = unbuffered_server(server_config(ring::default_provider(), &identity));
    connect(&mut client, &mut server);
    (client, server)
}

/// Records with `length` bytes of data each.
fn records(from: &mut dyn Peer, length: usize) -> Vec<Vec<u8>> {
    (0..RECORDS)
        .map(|_| {
            from.write(&vec![7; length]);
            let mut record = Vec::new();
            from.send(&mut record);
            record
        })
        .collect()
}

fn assert_nothing(allocated: AllocationInfo, what: &str) {
    assert_eq!(allocated.count_total, 0, "{what}");
    assert_eq!(allocated.bytes_total, 0, "{what}");
}

/// Takes all of `wire`, at most `piece` bytes at a time. Returns how much data was in it.
fn receive(server: &mut ServerConnection, wire: &[u8], piece: usize) -> usize {
    let mut received = 0;
    for mut piece in wire.chunks(piece) {
        while !piece.is_empty() {
            server.read_tls(&mut piece).expect("room");
            while server
                .process_new_packets()
                .expect("data")
                .plaintext_bytes_to_read()
                > 0
            {
                let mut reader = server.reader();
                let count = reader.fill_buf().expect("data").len();
                reader.consume(count);
                received += count;
            }
        }
    }
    received
}

#[test]
fn nothing_for_a_received_record() {
    for length in LENGTHS {
        let (mut client, mut server) = buffered();
        // The buffer grows with the first of them.
        let warm_up = records(&mut client, 1 << 14).concat();
        receive(&mut server.connection, &warm_up, WHOLE);

        for (piece, what) in [
            (WHOLE, "each whole"),
            (1, "byte by byte"),
            (1000, "in pieces"),
        ] {
            for record in records(&mut client, length) {
                let mut received = 0;
                let allocated =
                    measure(|| received = receive(&mut server.connection, &record, piece));
                assert_nothing(allocated, &format!("{length} bytes, {what}"));
                assert_eq!(received, length);
            }
        }
        let together = records(&mut client, length).concat();
        let mut received = 0;
        let allocated = measure(|| received = receive(&mut server.connection, &together, WHOLE));
        assert_nothing(allocated, &format!("{length} bytes, all together"));
        assert_eq!(received, RECORDS * length);
    }
}

/// As the caller of an unbuffered connection does, with a buffer that is there already.
fn receive_unbuffered(
    server: &mut UnbufferedServerConnection,
    buffer: &mut [u8],
    wire: &[u8],
    piece: usize,
) -> usize {
    let (mut received, mut filled) = (0, 0);
    for piece in wire.chunks(piece) {
        buffer[filled..filled + piece.len()].copy_from_slice(piece);
        filled += piece.len();
        let status =
            server.process_tls_records(&mut buffer[..filled], &mut |data| received += data.len());
        status.state.expect("data");
        buffer.copy_within(status.discard..filled, 0);
        filled -= status.discard;
    }
    received
}

#[test]
fn nothing_for_a_received_record_in_the_callers_buffer() {
    let mut buffer = vec![0; 1 << 19];
    for length in LENGTHS {
        let (mut client, mut server) = unbuffered();
        for (piece, what) in [
            (WHOLE, "each whole"),
            (1, "byte by byte"),
            (1000, "in pieces"),
        ] {
            for record in records(&mut client, length) {
                let mut received = 0;
                let allocated = measure(|| {
                    let server = &mut server.connection;
                    received = receive_unbuffered(server, &mut buffer, &record, piece);
                });
                assert_nothing(allocated, &format!("{length} bytes, {what}"));
                assert_eq!(received, length);
            }
        }
        let together = records(&mut client, length).concat();
        let mut received = 0;
        let allocated = measure(|| {
            let server = &mut server.connection;
            received = receive_unbuffered(server, &mut buffer, &together, WHOLE);
        });
        assert_nothing(allocated, &format!("{length} bytes, all together"));
        assert_eq!(received, RECORDS * length);
    }
}

#[test]
fn nothing_for_a_sent_record() {
    let mut sink = vec![0; 1 << 15];
    for length in LENGTHS {
        let (mut client, mut server) = buffered();
        let data = vec![7; length];
        // The buffer grows with the first of them.
        server
            .receive(&records(&mut client, 1 << 14).concat())
            .expect("data");
        server.take_received();
        for _ in 0..RECORDS {
            let mut written = 0;
            let allocated = measure(|| {
                client.connection.writer().write_all(&data).expect("room");
                written = client
                    .connection
                    .write_tls(&mut &mut sink[..])
                    .expect("room");
            });
            assert_nothing(allocated, &format!("{length} bytes"));
            server.receive(&sink[..written]).expect("data");
            assert_eq!(server.take_received(), data);
        }
    }
}

/// All have something to write before the first of them writes.
fn send_together(clients: &mut [Buffered<ClientConnection>], data: &[u8], sink: &mut [u8]) {
    for client in &mut *clients {
        client.connection.writer().write_all(data).expect("room");
    }
    for client in clients {
        let written = client.connection.write_tls(&mut &mut *sink).expect("room");
        // The header, the content type and the tag.
        assert_eq!(written, 5 + data.len() + 1 + 16);
    }
}

/// The connections of a thread take the memory for it from one another.
#[test]
fn nothing_for_records_that_several_connections_send() {
    let mut sink = vec![0; 1 << 15];
    let mut clients = [(); 3].map(|()| buffered().0);
    // As much memory as they need together.
    send_together(&mut clients, &[7; 1 << 14], &mut sink);
    for length in LENGTHS {
        let data = vec![7; length];
        for _ in 0..RECORDS {
            let allocated = measure(|| send_together(&mut clients, &data, &mut sink));
            assert_nothing(allocated, &format!("{length} bytes"));
        }
    }
}

#[test]
fn nothing_for_as_much_as_may_wait() {
    let mut sink = vec![0; 1 << 17];
    for length in LENGTHS {
        let mut client = buffered().0.connection;
        client.set_buffer_limit(Some(DEFAULT_BUFFER_LIMIT));
        let data = vec![7; length];
        let mut fill_and_write = || {
            while client.writer().write(&data).expect("an open connection") > 0 {}
            client.write_tls(&mut &mut sink[..]).expect("room")
        };
        // The buffer grows to its length.
        let most = fill_and_write();
        assert!(most > DEFAULT_BUFFER_LIMIT, "{most} bytes");
        let allocated = measure(|| assert_eq!(fill_and_write(), most));
        assert_nothing(allocated, &format!("{length} bytes"));
    }
}

#[test]
fn nothing_for_a_record_sealed_into_the_callers_buffer() {
    let mut sealed = vec![0; 1 << 15];
    for length in LENGTHS {
        let (mut client, mut server) = unbuffered();
        let data = vec![7; length];
        for _ in 0..RECORDS {
            let mut written = 0;
            let allocated = measure(|| {
                written = client.connection.encrypt(&data, &mut sealed).expect("room");
            });
            assert_nothing(allocated, &format!("{length} bytes"));
            server.receive(&sealed[..written]).expect("data");
            assert_eq!(server.take_received(), data);
        }
    }
}

#[test]
fn nothing_for_data_that_is_copied_out() {
    let (mut client, mut server) = buffered();
    let mut output = [0; 1000];
    let warm_up = records(&mut client, 1 << 14).concat();
    receive(&mut server.connection, &warm_up, WHOLE);
    for record in records(&mut client, output.len()) {
        let allocated = measure(|| {
            server.connection.read_tls(&mut &record[..]).expect("room");
            server
                .connection
                .reader()
                .read_exact(&mut output)
                .expect("data");
        });
        assert_nothing(allocated, "Read");
        assert_eq!(output, [7; 1000]);
    }
}
