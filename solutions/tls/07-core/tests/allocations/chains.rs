//! A chain of certificates is verified where it lies, and copied once if it is to be
//! kept.

use std::sync::Arc;

use allocation_counter::measure;
use rcgen::PKCS_ED25519;
use tls_core::crypto::ring;
use tls_core::server::WebPkiClientVerifier;
use tls_core::{ClientConfig, ServerConfig};

use crate::support::identity::Identity;
use crate::support::peer::Peer;
use crate::support::unbuffered_client;
use crate::support::{LOCALHOST, client, client_config, roots, server, server_config};

/// How many names more a long certificate has.
const MORE_NAMES: usize = 500;

/// A certificate for `localhost`, and for many other names if it is to be long.
fn identity(is_long: bool) -> Identity {
    let more = if is_long { MORE_NAMES } else { 0 };
    let more: Vec<_> = (0..more).map(|n| format!("host-{n}.example")).collect();
    let names = [LOCALHOST]
        .into_iter()
        .chain(more.iter().map(String::as_str));
    Identity::new(&names.collect::<Vec<_>>(), &PKCS_ED25519)
}

/// What the client allocates for the server's whole flight, in bytes.
fn for_a_whole_flight(identity: &Identity, keep: bool) -> u64 {
    let mut config = client_config(ring::default_provider(), identity);
    config.keep_peer_certificates = keep;
    let mut client = client(config);
    let mut server = server(server_config(ring::default_provider(), identity));
    let flight = answer(&mut client, &mut server);
    let mut rest = &flight[..];
    while !rest.is_empty() {
        client.connection.read_tls(&mut rest).expect("room");
    }
    let allocated = measure(|| {
        client.connection.process_new_packets().expect("a flight");
    });
    assert!(!client.connection.is_handshaking());
    assert_eq!(client.peer_certificates().len(), usize::from(keep));
    allocated.bytes_total
}

/// The same in a buffer of the caller.
fn for_a_whole_flight_in_the_callers_buffer(identity: &Identity, keep: bool) -> u64 {
    let mut config = client_config(ring::default_provider(), identity);
    config.keep_peer_certificates = keep;
    let mut client = unbuffered_client(config);
    let mut server = server(server_config(ring::default_provider(), identity));
    let mut flight = answer(&mut client, &mut server);
    let allocated = measure(|| {
        let status = client
            .connection
            .process_tls_records(&mut flight, &mut |_| {});
        status.state.expect("a flight");
    });
    assert!(!client.connection.is_handshaking());
    allocated.bytes_total
}

/// What the server allocates for the client's whole flight, in bytes.
fn for_a_clients_whole_flight(identity: &Identity, keep: bool) -> u64 {
    let provider = Arc::new(ring::default_provider());
    let client_config = ClientConfig::builder_with_provider(provider.clone())
        .with_root_certificates(roots(&identity.authority))
        .with_client_auth_cert(identity.chain.clone(), identity.key.clone_key())
        .expect("a certificate");
    let verifier =
        WebPkiClientVerifier::builder_with_provider(roots(&identity.authority), provider.clone());
    let mut server_config = ServerConfig::builder_with_provider(provider)
        .with_client_cert_verifier(verifier.build().expect("a verifier"))
        .with_single_cert(identity.chain.clone(), identity.key.clone_key())
        .expect("a certificate");
    server_config.keep_peer_certificates = keep;
    // They hold the certificates of the client.
    server_config.send_tls13_tickets = 0;

    let (mut client, mut server) = (client(client_config), server(server_config));
    let flight = answer(&mut client, &mut server);
    client.receive(&flight).expect("a flight");
    let mut flight = Vec::new();
    client.send(&mut flight);
    let mut rest = &flight[..];
    while !rest.is_empty() {
        server.connection.read_tls(&mut rest).expect("room");
    }
    let allocated = measure(|| {
        server.connection.process_new_packets().expect("a flight");
    });
    assert!(!server.connection.is_handshaking());
    allocated.bytes_total
}

/// The server's flight in answer to the client's hello.
fn answer(client: &mut dyn Peer, server: &mut dyn Peer) -> Vec<u8> {
    let (mut hello, mut flight) = (Vec::new(), Vec::new());
    client.send(&mut hello);
    server.receive(&hello).expect("a hello");
    server.send(&mut flight);
    flight
}

#[test]
fn a_chain_that_arrives_whole_is_not_copied() {
    let (short, long) = (identity(false), identity(true));
    let longer_by = (long.chain_length() - short.chain_length()) as u64;
    assert!(longer_by > 8000);
    for allocated in [
        for_a_whole_flight,
        for_a_whole_flight_in_the_callers_buffer,
        for_a_clients_whole_flight,
    ] {
        // It takes the same, whatever the length of the chain.
        assert_eq!(allocated(&long, false), allocated(&short, false));
        assert!(allocated(&long, false) < long.chain_length() as u64);
        // What is to be kept is copied once, when it has been verified.
        assert_eq!(allocated(&long, true) - allocated(&short, true), longer_by);
    }
}
