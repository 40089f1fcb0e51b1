//! RFC 8448, section 3: "Simple 1-RTT Handshake", replayed with the client and with the
//! server of this core. Every record that they send is the RFC's, byte for byte, and so
//! is every secret that they derive.
//!
//! What the RFC's peers have drawn by chance is [injected], and so are its verifier and
//! signer. What they say and this core does not is put in by [hooks]. One thing is not
//! as in the RFC: this client sends a `change_cipher_spec`, which is checked and left out.

pub(crate) mod hooks;
mod injected;

use std::io::{BufRead, Write};
use std::sync::Arc;

use pki_types::ServerName;
use recorded::rfc8448;

use crate::client::Resumption;
use crate::conn::ConnectionCommon;
use crate::crypto::CryptoProvider;
use crate::crypto::tests::{hex, providers};
use crate::{ClientConfig, ClientConnection, ServerConfig, ServerConnection, key_log};
use hooks::Replay;
use injected::{Resolver, Secrets, Sessions, Verifier};

/// How many bytes come at once.
const STEPS: [usize; 3] = [usize::MAX, 1, 100];

/// Hands bytes in and lets them be worked on.
#[track_caller]
fn feed(connection: &mut ConnectionCommon, bytes: &[u8], step: usize) {
    for mut chunk in bytes.chunks(step.min(bytes.len())) {
        while !chunk.is_empty() {
            connection.read_tls(&mut chunk).expect("there is room");
            connection.process_new_packets().expect("nothing is wrong");
        }
    }
}

fn sent(connection: &mut ConnectionCommon) -> Vec<u8> {
    let mut bytes = Vec::new();
    while connection.wants_write() {
        connection.write_tls(&mut bytes).expect("memory takes all");
    }
    bytes
}

/// The application data that has come.
#[track_caller]
fn received(connection: &mut ConnectionCommon) -> Vec<u8> {
    let mut reader = connection.reader();
    let data = reader.fill_buf().expect("data").to_vec();
    reader.consume(data.len());
    data
}

/// Compares the secrets of a connection with the RFC's.
#[track_caller]
fn assert_secrets(secrets: &Secrets) {
    for (label, expected) in [
        (
            key_log::CLIENT_HANDSHAKE_TRAFFIC_SECRET,
            "b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21",
        ),
        (
            key_log::SERVER_HANDSHAKE_TRAFFIC_SECRET,
            "b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38",
        ),
        (
            key_log::CLIENT_TRAFFIC_SECRET_0,
            "9e40646ce79a7f9dc05af8889bce6552875afa0b06df0087f792ebb7c17504a5",
        ),
        (
            key_log::SERVER_TRAFFIC_SECRET_0,
            "a11af9f05531f856ad47116b45a950328204b4f44bfb6b3a4b4f1f3fcb631643",
        ),
        (
            key_log::EXPORTER_SECRET,
            "fe22f881176eda18eb8f44529e6792c50c9a3f89452f68d8ae311b4309d3cf50",
        ),
    ] {
        assert_eq!(secrets.of(label), hex(expected), "{label}");
    }
}

#[track_caller]
fn replay_client(provider: &CryptoProvider, step: usize) {
    let _replay = Replay::start();
    let secrets = Arc::new(Secrets::default());
    let sessions = Arc::new(Sessions::default());
    let mut config = ClientConfig::builder_with_provider(injected::of_client(provider.clone()))
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(Verifier(provider.clone())))
        .with_no_client_auth();
    config.key_log = secrets.clone();
    config.resumption = Resumption::store(sessions.clone());
    let name = ServerName::try_from("server").expect("a name");
    let mut client = ClientConnection::new(Arc::new(config), name).expect("a client");
    assert_eq!(sent(&mut client), rfc8448::RECORD_CLIENT_HELLO);

    feed(&mut client, rfc8448::RECORD_SERVER_HELLO, step);
    // Of middlebox compatibility, which the RFC's client does without.
    assert_eq!(sent(&mut client), [20, 3, 3, 0, 1, 1]);
    feed(&mut client, rfc8448::RECORD_SERVER_FLIGHT, step);
    assert_eq!(sent(&mut client), rfc8448::RECORD_CLIENT_FINISHED);
    assert!(!client.is_handshaking());
    assert_secrets(&secrets);

    feed(&mut client, rfc8448::RECORD_SERVER_NEW_SESSION_TICKET, step);
    assert_eq!(
        sessions.only().secret.bytes(),
        hex("4ecd0eb6ec3b4d87f5d6028f922ca4c5851a277fd41311c9e62d2c9492e1c4f3"),
        "the pre-shared key of the ticket"
    );
    let data = rfc8448::APPLICATION_DATA;
    client.writer().write_all(data).expect("room");
    assert_eq!(sent(&mut client), rfc8448::RECORD_CLIENT_APPLICATION_DATA);
    feed(&mut client, rfc8448::RECORD_SERVER_APPLICATION_DATA, step);
    assert_eq!(received(&mut client), data);

    client.send_close_notify();
    assert_eq!(sent(&mut client), rfc8448::RECORD_CLIENT_CLOSE_NOTIFY);
    feed(&mut client, rfc8448::RECORD_SERVER_CLOSE_NOTIFY, step);
    assert!(client.peer_has_closed());
}

#[track_caller]
fn replay_server(provider: &CryptoProvider, step: usize) {
    let _replay = Replay::start();
    let secrets = Arc::new(Secrets::default());
    let mut config = ServerConfig::builder_with_provider(injected::of_server(provider.clone()))
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(Resolver::new(provider.clone())));
    config.key_log = secrets.clone();
    // The RFC's ticket has another nonce and another lifetime: it is sent below.
    config.send_tls13_tickets = 0;
    let mut server = ServerConnection::new(Arc::new(config)).expect("a server");

    feed(&mut server, rfc8448::RECORD_CLIENT_HELLO, step);
    let flight = [rfc8448::RECORD_SERVER_HELLO, rfc8448::RECORD_SERVER_FLIGHT].concat();
    assert_eq!(sent(&mut server), flight);
    feed(&mut server, rfc8448::RECORD_CLIENT_FINISHED, step);
    assert!(!server.is_handshaking());
    assert_secrets(&secrets);

    server.add_after_handshake(|bytes| bytes.extend_from_slice(rfc8448::NEW_SESSION_TICKET));
    server.send_flight().expect("sealed");
    assert_eq!(sent(&mut server), rfc8448::RECORD_SERVER_NEW_SESSION_TICKET);
    feed(&mut server, rfc8448::RECORD_CLIENT_APPLICATION_DATA, step);
    let data = rfc8448::APPLICATION_DATA;
    assert_eq!(received(&mut server), data);
    server.writer().write_all(data).expect("room");
    assert_eq!(sent(&mut server), rfc8448::RECORD_SERVER_APPLICATION_DATA);

    feed(&mut server, rfc8448::RECORD_CLIENT_CLOSE_NOTIFY, step);
    assert!(server.peer_has_closed());
    server.send_close_notify();
    assert_eq!(sent(&mut server), rfc8448::RECORD_SERVER_CLOSE_NOTIFY);
}

#[test]
fn the_client_of_rfc8448() {
    for provider in providers() {
        for step in STEPS {
            replay_client(&provider, step);
        }
    }
}

#[test]
fn the_server_of_rfc8448() {
    for provider in providers() {
        for step in STEPS {
            replay_server(&provider, step);
        }
    }
}
