//! How often a handshake allocates.

use std::sync::Arc;

use allocation_counter::measure;
use tls_core::HandshakeKind::{self, Full, Resumed};
use tls_core::client::Resumption;
use tls_core::crypto::{CryptoProvider, aws_lc_rs, ring};
use tls_core::server::TicketRotator;
use tls_core::{ClientConfig, DefaultTimeProvider, ServerConfig};

use crate::support::wire::{WHOLE, transfer};
use crate::support::{self, client_config, identity, server_config};

type Provider = fn() -> CryptoProvider;

/// A handshake's allocations, by the client and by the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Count {
    client: u64,
    server: u64,
}

/// Counts a handshake, tickets included, with deliveries of at most `piece` bytes.
///
/// The connections themselves are counted, and the buffers that they keep.
fn handshake(
    kind: HandshakeKind,
    client_config: &Arc<ClientConfig>,
    server_config: &Arc<ServerConfig>,
    piece: usize,
) -> Count {
    let mut count = Count {
        client: 0,
        server: 0,
    };
    let (mut client, mut server) = (None, None);
    count.client += measure(|| client = Some(support::client(client_config.clone()))).count_total;
    count.server += measure(|| server = Some(support::server(server_config.clone()))).count_total;
    let client = &mut client.expect("a client").connection;
    let server = &mut server.expect("a server").connection;

    let mut wire = vec![0; 1 << 15];
    while client.wants_write() || server.wants_write() {
        let mut length = 0;
        count.client += measure(|| {
            while client.wants_write() {
                length += client.write_tls(&mut &mut wire[length..]).expect("room");
            }
        })
        .count_total;
        count.server += measure(|| {
            for mut piece in wire[..length].chunks(piece) {
                while !piece.is_empty() {
                    server.read_tls(&mut piece).expect("room");
                    server.process_new_packets().expect("a flight");
                }
            }
        })
        .count_total;
        let mut length = 0;
        count.server += measure(|| {
            while server.wants_write() {
                length += server.write_tls(&mut &mut wire[length..]).expect("room");
            }
        })
        .count_total;
        count.client += measure(|| {
            for mut piece in wire[..length].chunks(piece) {
                while !piece.is_empty() {
                    client.read_tls(&mut piece).expect("room");
                    client.process_new_packets().expect("a flight");
                }
            }
        })
        .count_total;
    }
    assert_eq!(client.handshake_kind(), Some(kind));
    assert_eq!(server.handshake_kind(), Some(kind));
    count
}

fn configs(provider: Provider) -> (Arc<ClientConfig>, Arc<ServerConfig>) {
    let identity = identity::localhost();
    let mut client = client_config(provider(), &identity);
    client.resumption = Resumption::in_memory_sessions(8);
    let mut server = server_config(provider(), &identity);
    server.ticketer =
        TicketRotator::new(&provider(), Arc::new(DefaultTimeProvider)).expect("a key");
    (Arc::new(client), Arc::new(server))
}

/// In full, and then resumed. Both sides have met before, so their caches have grown.
fn handshakes(provider: Provider, piece: usize) -> [Count; 2] {
    let (client, server) = configs(provider);
    // A server of the same tickets, which sends none itself.
    let mut last = ServerConfig::clone(&server);
    last.send_tls13_tickets = 0;
    let last = Arc::new(last);
    let meet = |server: &Arc<ServerConfig>| {
        let (mut client, mut server) = (
            support::client(client.clone()),
            support::server(server.clone()),
        );
        transfer(&mut client, &mut server, WHOLE).expect("a handshake");
        client.connection.handshake_kind()
    };
    assert_eq!(meet(&server), Some(Full));
    // Until no ticket is left.
    while meet(&last) == Some(Resumed) {}
    [Full, Resumed].map(|kind| handshake(kind, &client, &server, piece))
}

fn x25519_only() -> CryptoProvider {
    let mut provider = aws_lc_rs::default_provider();
    provider
        .kx_groups
        .retain(|group| group.name() == tls_core::NamedGroup::X25519);
    provider
}

/// At most so many, by the client and by the server, in full and resumed.
type Bounds = [(u64, u64); 2];

#[test]
fn a_handshake_takes_few() {
    let bounds: [(&str, Provider, Bounds); 3] = [
        (
            "aws-lc-rs",
            aws_lc_rs::default_provider,
            [(25, 21), (20, 21)],
        ),
        (
            "aws-lc-rs without ML-KEM",
            x25519_only,
            [(22, 19), (17, 19)],
        ),
        ("ring", ring::default_provider, [(20, 16), (15, 17)]),
    ];
    for (name, provider, bounds) in bounds {
        let counts = handshakes(provider, WHOLE);
        println!("{name}: full {:?}, resumed {:?}", counts[0], counts[1]);
        for (count, (client, server)) in counts.into_iter().zip(bounds) {
            assert!(count.client <= client, "{name}: {count:?}");
            assert!(count.server <= server, "{name}: {count:?}");
        }
    }
}

#[test]
fn a_handshake_byte_by_byte_takes_no_more() {
    for provider in [aws_lc_rs::default_provider, ring::default_provider] {
        assert_eq!(handshakes(provider, 1), handshakes(provider, WHOLE));
    }
}
