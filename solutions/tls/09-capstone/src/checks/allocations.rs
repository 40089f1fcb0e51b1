//! How often each side asks for memory.

use core::ops::DerefMut;
use std::error::Error;
use std::io::{BufRead, Write};
use std::sync::Arc;

use allocation_counter::measure;
use tls_core::crypto::ring;
use tls_core::{ClientConfig, ClientConnection, ConnectionCommon, ServerConfig, ServerConnection};

use crate::credentials::{Credentials, name};
use crate::ends::insist;
use crate::report::{Allocations, Report};

/// The largest record's content.
const RECORD: usize = 1 << 14;

pub fn check() -> Result<Report, Box<dyn Error>> {
    let credentials = Credentials::new()?;
    let client = Arc::new(credentials.client(ring::default_provider())?);
    let server = Arc::new(credentials.server(ring::default_provider())?);
    let full = handshake(&client, &server)?;
    let resumed = handshake(&client, &server)?;
    let allocations = Allocations {
        client: full.client,
        server: full.server,
        client_resumed: resumed.client,
        server_resumed: resumed.server,
        record_sent: full.record_sent,
        record_received: full.record_received,
    };
    insist(
        (allocations.record_sent, allocations.record_received) == (0, 0),
        &format!(
            "a record of 16 KiB should need no allocation, but there were {} to send it and {} to \
             receive it",
            allocations.record_sent, allocations.record_received
        ),
    )?;
    Ok(Report {
        allocations: Some(allocations),
        ..Report::passed("no allocation for a record, sent or received")
    })
}

struct Counts {
    client: u64,
    server: u64,
    record_sent: u64,
    record_received: u64,
}

/// One connection, counted on both sides.
fn handshake(
    client: &Arc<ClientConfig>,
    server: &Arc<ServerConfig>,
) -> Result<Counts, Box<dyn Error>> {
    // Room enough for a flight: what the wire needs is not the connection's.
    let mut wire = Vec::with_capacity(1 << 17);
    let name = name();
    let (mut for_client, mut for_server) = (0, 0);
    let config = client.clone();
    let mut client = counted(&mut for_client, || ClientConnection::new(config, name))?;
    let config = server.clone();
    let mut server = counted(&mut for_server, || ServerConnection::new(config))?;
    while client.is_handshaking() || server.is_handshaking() {
        let before = (for_client, for_server, client.wants_write());
        counted(&mut for_client, || write(&mut client, &mut wire))?;
        let went_out = !wire.is_empty();
        counted(&mut for_server, || read(&mut server, &mut wire))?;
        counted(&mut for_server, || write(&mut server, &mut wire))?;
        let came_in = !wire.is_empty();
        counted(&mut for_client, || read(&mut client, &mut wire))?;
        insist(
            went_out || came_in,
            &format!("both sides wait for the other {before:?}"),
        )?;
    }
    // Tickets come behind the handshake.
    write(&mut server, &mut wire)?;
    read(&mut client, &mut wire)?;

    let data = [23; RECORD];
    let (mut record_sent, mut record_received) = (0, 0);
    // The buffers grow with the first records, and are kept.
    for _ in 0..4 {
        (record_sent, record_received) = (0, 0);
        counted(&mut record_sent, || -> Result<(), Box<dyn Error>> {
            server.writer().write_all(&data)?;
            write(&mut server, &mut wire)
        })?;
        counted(&mut record_received, || read(&mut client, &mut wire))?;
    }
    Ok(Counts {
        client: for_client,
        server: for_server,
        record_sent,
        record_received,
    })
}

fn counted<R>(count: &mut u64, work: impl FnOnce() -> R) -> R {
    let mut result = None;
    let info = measure(|| result = Some(work()));
    *count += info.count_total;
    result.expect("the work has been done")
}

fn write(
    connection: &mut impl DerefMut<Target = ConnectionCommon>,
    wire: &mut Vec<u8>,
) -> Result<(), Box<dyn Error>> {
    while connection.wants_write() {
        connection.write_tls(wire)?;
    }
    Ok(())
}

fn read(
    connection: &mut impl DerefMut<Target = ConnectionCommon>,
    wire: &mut Vec<u8>,
) -> Result<(), Box<dyn Error>> {
    let mut bytes = &wire[..];
    while !bytes.is_empty() {
        connection.read_tls(&mut bytes)?;
        while connection.process_new_packets()?.plaintext_bytes_to_read() > 0 {
            let mut reader = connection.reader();
            let length = reader.fill_buf()?.len();
            reader.consume(length);
        }
    }
    wire.clear();
    Ok(())
}
