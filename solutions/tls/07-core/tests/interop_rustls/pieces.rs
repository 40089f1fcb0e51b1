//! Records and deliveries of all sizes.

use std::sync::Arc;

use rcgen::PKCS_ED25519;
use tls_core::HandshakeKind::{Full, Resumed};
use tls_core::client::Resumption;

use crate::setup::{Setup, rustls_client, rustls_server};
use crate::support::identity::{self, Identity};
use crate::support::peer::Peer;
use crate::support::wire::{WHOLE, connect, connect_in_pieces, converse, say, transfer};
use crate::support::{LOCALHOST, client, server, unbuffered_client, unbuffered_server};

#[test]
fn one_byte_at_a_time() {
    let setup = Setup::default();
    for (mut client, mut server) in setup.both_roles() {
        connect_in_pieces(&mut *client, &mut *server, 1);
    }
    let mut ours = unbuffered_client(setup.core_client());
    connect_in_pieces(&mut ours, &mut rustls_server(setup.rustls_server()), 1);
    let mut ours = unbuffered_server(setup.core_server());
    connect_in_pieces(&mut rustls_client(setup.rustls_client()), &mut ours, 1);
}

#[test]
fn one_byte_at_a_time_resumed() {
    let setup = Setup::default();
    let (ours, theirs) = (
        Arc::new(setup.core_client()),
        Arc::new(setup.rustls_server()),
    );
    for kind in [Full, Resumed] {
        let (mut ours, mut theirs) = (client(ours.clone()), rustls_server(theirs.clone()));
        assert_eq!(connect_in_pieces(&mut ours, &mut theirs, 1).kind, kind);
    }
    let (theirs, ours) = (
        Arc::new(setup.rustls_client()),
        Arc::new(setup.core_server()),
    );
    for kind in [Full, Resumed] {
        let (mut theirs, mut ours) = (rustls_client(theirs.clone()), server(ours.clone()));
        assert_eq!(connect_in_pieces(&mut theirs, &mut ours, 1).kind, kind);
    }
}

/// From the least to the most, with what is special around powers of two.
fn sizes() -> impl Iterator<Item = usize> {
    let powers = (4..=14).flat_map(|power| [-1, 0, 1].map(|by| (1 << power) + by));
    let sizes = (1..=12).chain(powers).chain([16_000]);
    sizes
        .map(|size| size as usize)
        .filter(|size| *size <= 1 << 14)
}

#[test]
fn records_of_every_size_from_the_core() {
    let setup = Setup::mutual(identity::localhost);
    let (mut client_config, mut server_config) = (setup.core_client(), setup.core_server());
    let (rustls_client_config, rustls_server_config) = (
        Arc::new(setup.rustls_client()),
        Arc::new(setup.rustls_server()),
    );
    for size in sizes() {
        client_config.max_fragment_size = Some(size);
        let mut ours = client(client_config.clone());
        connect(&mut ours, &mut rustls_server(rustls_server_config.clone()));
        server_config.max_fragment_size = Some(size);
        let mut ours = server(server_config.clone());
        connect(&mut rustls_client(rustls_client_config.clone()), &mut ours);
    }
}

#[test]
fn records_of_every_size_from_rustls() {
    let setup = Setup::mutual(identity::localhost);
    let (core_client, core_server) = (Arc::new(setup.core_client()), Arc::new(setup.core_server()));
    let (mut client_config, mut server_config) = (setup.rustls_client(), setup.rustls_server());
    // rustls counts the header, and makes no record of fewer than 32 bytes.
    for size in sizes().map(|size| size + 5).filter(|size| *size >= 32) {
        server_config.max_fragment_size = Some(size);
        let mut theirs = rustls_server(server_config.clone());
        connect(&mut client(core_client.clone()), &mut theirs);
        client_config.max_fragment_size = Some(size);
        let mut theirs = rustls_client(client_config.clone());
        connect(&mut theirs, &mut server(core_server.clone()));
    }
}

/// Delivers the server's first flight in two pieces, for every place to split it.
fn split_everywhere(client: &dyn Fn() -> Box<dyn Peer>, server: &dyn Fn() -> Box<dyn Peer>) {
    for at in 1.. {
        let (mut client, mut server) = (client(), server());
        let mut hello = Vec::new();
        client.send(&mut hello);
        server.receive(&hello).expect("a hello");
        let mut flight = Vec::new();
        server.send(&mut flight);
        if at >= flight.len() {
            assert!(at > 500, "a flight has a few hundred bytes, not {at}");
            break;
        }
        let (front, back) = flight.split_at(at);
        client.receive(front).expect("the front");
        assert!(client.is_handshaking());
        client.receive(back).expect("the back");
        transfer(&mut *client, &mut *server, WHOLE).expect("the rest");
        assert!(!server.is_handshaking());
    }
}

#[test]
fn every_split_of_the_servers_flight() {
    let mut setup = Setup::default();
    // The smallest shares, as it is the number of splits that takes its time.
    setup.core.kx_groups.retain(|it| it.name().0 == 0x001d);
    let mut ours = setup.core_client();
    // A flight with certificates, each time.
    ours.resumption = Resumption::disabled();
    let (ours, theirs) = (Arc::new(ours), Arc::new(setup.rustls_server()));
    split_everywhere(&|| Box::new(client(ours.clone())), &|| {
        Box::new(rustls_server(theirs.clone()))
    });
    split_everywhere(&|| Box::new(unbuffered_client(ours.clone())), &|| {
        Box::new(rustls_server(theirs.clone()))
    });
}

#[test]
fn every_split_of_the_clients_flights() {
    let mut setup = Setup::mutual(identity::localhost);
    setup
        .rustls
        .kx_groups
        .retain(|it| u16::from(it.name()) == 0x001d);
    let mut theirs = setup.rustls_client();
    theirs.resumption = rustls::client::Resumption::disabled();
    let (theirs, ours) = (Arc::new(theirs), Arc::new(setup.core_server()));
    for at in 1.. {
        let (mut theirs, mut ours) = (rustls_client(theirs.clone()), server(ours.clone()));
        let mut longest = 0;
        while theirs.is_handshaking() || ours.is_handshaking() {
            let mut flight = Vec::new();
            theirs.send(&mut flight);
            longest = longest.max(flight.len());
            let (front, back) = flight.split_at(at.min(flight.len()));
            ours.receive(front).expect("the front");
            ours.receive(back).expect("the back");
            let mut flight = Vec::new();
            ours.send(&mut flight);
            theirs.receive(&flight).expect("a flight");
        }
        if at >= longest {
            break;
        }
    }
}

#[test]
fn application_data_in_the_flight_of_the_finished() {
    for (mut client, mut server) in Setup::default().both_roles() {
        client.write(b"in front of the handshake");
        server.write(b"there as well");
        transfer(&mut *client, &mut *server, WHOLE).expect("a handshake");
        assert_eq!(server.take_received(), b"in front of the handshake");
        assert_eq!(client.take_received(), b"there as well");
        converse(&mut *client, &mut *server, WHOLE);
    }
}

#[test]
fn certificates_that_span_records() {
    // Of more than two records, and less than 64 KiB.
    let names: Vec<_> = (0..1800).map(|n| format!("host-{n}.example")).collect();
    let names = [LOCALHOST]
        .into_iter()
        .chain(names.iter().map(String::as_str));
    let names: Vec<_> = names.collect();
    let setup = Setup::mutual(|| Identity::new(&names, &PKCS_ED25519));
    assert!((33_000..64_000).contains(&setup.server.chain_length()));
    for piece in [WHOLE, 16_000, 1] {
        for (mut client, mut server) in setup.both_roles() {
            transfer(&mut *client, &mut *server, piece).expect("a handshake");
            assert_eq!(client.peer_certificates(), [setup.server.chain[0].to_vec()]);
            let chain = &setup.client.as_ref().expect("a client").chain;
            assert_eq!(server.peer_certificates(), [chain[0].to_vec()]);
            say(&mut *client, &mut *server, 10, piece);
        }
    }
}
