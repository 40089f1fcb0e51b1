//! What the types promise: to go from thread to thread, to be small, and to keep their
//! secrets when they are printed.

mod support;

use core::fmt::Debug;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use static_assertions::{assert_impl_all, assert_not_impl_any};
use tls_core::client::{
    ClientSessionMemoryCache, ClientSessionStore, Resumption, Tls13ClientSession,
    UnbufferedClientConnection,
};
use tls_core::crypto::{CryptoProvider, ring};
use tls_core::pki_types::ServerName;
use tls_core::server::{ServerSessionMemoryCache, TicketRotator, UnbufferedServerConnection};
use tls_core::{
    AlertDescription, CertifiedKey, CipherSuite, ClientConfig, ClientConnection, ContentType,
    DefaultTimeProvider, Error, Fault, HandshakeType, InvalidMessage, InvalidRecord, IoState,
    KeyLog, NamedGroup, Secret, ServerConfig, ServerConnection, StreamOwned, UnbufferedStatus,
};

use support::peer::Peer;
use support::wire::{WHOLE, connect, say};
use support::{client, client_config, identity, server, server_config};
use support::{unbuffered_client, unbuffered_server};

assert_impl_all!(ClientConfig: Send, Sync, Clone, Debug);
assert_impl_all!(ServerConfig: Send, Sync, Clone, Debug);
assert_impl_all!(CryptoProvider: Send, Sync, Clone, Debug);
assert_impl_all!(ClientConnection: Send, Sync, Debug);
assert_impl_all!(ServerConnection: Send, Sync, Debug);
assert_impl_all!(UnbufferedClientConnection: Send, Sync, Debug);
assert_impl_all!(UnbufferedServerConnection: Send, Sync, Debug);
assert_impl_all!(StreamOwned<ClientConnection, std::net::TcpStream>: Send, Sync, Debug);
assert_impl_all!(Error: Send, Sync, Clone, PartialEq, core::error::Error);
assert_impl_all!(IoState: Send, Sync, Copy);
assert_impl_all!(UnbufferedStatus: Send, Sync, Clone);
assert_impl_all!(Tls13ClientSession: Send, Sync, Debug);
// A ticket is offered once, and a connection is one connection.
assert_not_impl_any!(Tls13ClientSession: Clone);
assert_not_impl_any!(ClientConnection: Clone);
assert_not_impl_any!(ServerConnection: Clone);

/// Whoever matches on an error, or asks for a suite by its number, needs no crate but this.
#[test]
fn what_signatures_and_errors_name_is_here() {
    let suites = ring::default_provider().cipher_suites;
    let wanted = CipherSuite(0x1301);
    assert!(suites.iter().any(|it| it.suite == wanted));

    let unexpected = |got: HandshakeType| Error::InappropriateHandshakeMessage {
        state: "START",
        got,
    };
    for (error, alert) in [
        (
            Error::InvalidRecord(InvalidRecord::Empty(ContentType::ALERT)),
            AlertDescription::UNEXPECTED_MESSAGE,
        ),
        (
            Error::Fault(Fault::TooLong(100_000)),
            AlertDescription::DECODE_ERROR,
        ),
        (
            Error::InvalidMessage(InvalidMessage::IllegalLength("Finished")),
            AlertDescription::DECODE_ERROR,
        ),
        (
            unexpected(HandshakeType::FINISHED),
            AlertDescription::UNEXPECTED_MESSAGE,
        ),
        (
            Error::InappropriateMessage(ContentType::HANDSHAKE),
            AlertDescription::UNEXPECTED_MESSAGE,
        ),
    ] {
        assert_eq!(error.alert(), Some(alert), "{error}");
    }
}

#[test]
fn errors_and_connections_are_small() {
    assert!(size_of::<Error>() <= 32);
    // Beside the state, in a box, and the buffers.
    assert!(size_of::<ClientConnection>() <= 768);
    assert_eq!(size_of::<ClientConnection>(), size_of::<ServerConnection>());
    assert!(size_of::<UnbufferedClientConnection>() < size_of::<ClientConnection>());
}

/// Every secret that was logged.
#[derive(Default)]
struct Secrets(Mutex<BTreeMap<String, Vec<u8>>>);

impl Debug for Secrets {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Secrets")
    }
}

impl KeyLog for Secrets {
    fn log(&self, label: &str, _client_random: &[u8; 32], secret: &[u8]) {
        let mut secrets = self.0.lock().expect("no panic");
        secrets.insert(label.into(), secret.to_vec());
    }
}

/// Notes how sessions are printed.
#[derive(Debug, Default)]
struct Sessions {
    printed: Mutex<Vec<String>>,
}

impl ClientSessionStore for Sessions {
    fn set_kx_hint(&self, _: &ServerName<'static>, _: NamedGroup) {}

    fn kx_hint(&self, _: &ServerName<'static>) -> Option<NamedGroup> {
        None
    }

    fn insert_tls13_ticket(&self, _: &ServerName<'static>, session: Tls13ClientSession) {
        let printed = format!("{session:?} {session:#?}");
        self.printed.lock().expect("no panic").push(printed);
    }

    fn take_tls13_ticket(&self, _: &ServerName<'static>) -> Option<Tls13ClientSession> {
        None
    }
}

/// The first bytes of a secret as they would be printed, one way or another.
fn forms(secret: &[u8]) -> Vec<String> {
    let front = &secret[..4];
    let list = |form: fn(&u8) -> String, between: &str| {
        let bytes: Vec<_> = front.iter().map(form).collect();
        bytes.join(between)
    };
    vec![
        list(|byte| format!("{byte}"), ", "),
        list(|byte| format!("{byte:02x}"), ""),
        list(|byte| format!("{byte:02X}"), ""),
        list(|byte| format!("{byte:#04x}"), ", "),
    ]
}

#[test]
fn no_secret_is_printed() {
    let identity = identity::localhost();
    let secrets = Arc::new(Secrets::default());
    let sessions = Arc::new(Sessions::default());
    let mut client_config = client_config(ring::default_provider(), &identity);
    client_config.key_log = secrets.clone();
    client_config.resumption = Resumption::store(sessions.clone());
    let mut server_config = server_config(ring::default_provider(), &identity);
    let time = Arc::new(DefaultTimeProvider);
    let ticketer = TicketRotator::new(&ring::default_provider(), time).expect("a key");
    server_config.ticketer = ticketer.clone();
    let (client_config, server_config) = (Arc::new(client_config), Arc::new(server_config));

    let mut printed = Vec::new();
    let mut print = |value: &dyn Debug| printed.push(format!("{value:?} {value:#?}"));
    let mut client = client(client_config.clone());
    let mut server = server(server_config.clone());
    print(&client.connection);
    print(&server.connection);
    // Between the flights the states are full of secrets.
    let (mut hello, mut flight) = (Vec::new(), Vec::new());
    client.send(&mut hello);
    server.receive(&hello).expect("a hello");
    server.send(&mut flight);
    print(&server.connection);
    client.receive(&flight[..200]).expect("the front");
    print(&client.connection);
    client.receive(&flight[200..]).expect("the back");
    connect(&mut client, &mut server);
    print(&client.connection);
    print(&server.connection);
    print(&client_config);
    print(&server_config);
    print(&ticketer);
    print(&Secret::new(&[0xaa; 32]));
    print(&CertifiedKey::from_der(
        identity.chain.clone(),
        identity.key.clone_key(),
        &ring::default_provider(),
    ));
    let mut unbuffered = unbuffered_client(client_config);
    let mut other = unbuffered_server(server_config);
    connect(&mut unbuffered, &mut other);
    say(&mut unbuffered, &mut other, 10, WHOLE);
    print(&unbuffered.connection);
    print(&other.connection);
    printed.append(&mut sessions.printed.lock().expect("no panic"));
    // At first, and for the two tickets of each of the two connections.
    assert_eq!(printed.len(), 13 + 4);

    // Those of the last connection, and the key of the certificate.
    let mut known: Vec<_> = secrets
        .0
        .lock()
        .expect("no panic")
        .values()
        .cloned()
        .collect();
    assert_eq!(known.len(), 5);
    let key = identity.key.secret_der();
    known.push(key[key.len() - 40..].to_vec());
    known.push(vec![0xaa; 4]);
    for printed in &printed {
        let on_one_line = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        for form in known.iter().flat_map(|secret| forms(secret)) {
            assert!(!printed.contains(&form), "{form} in {printed}");
            assert!(!on_one_line.contains(&form), "{form} in {printed}");
        }
    }
}

#[test]
fn caches_are_printed_without_what_is_in_them() {
    assert_eq!(
        format!("{:?}", ClientSessionMemoryCache::new(4)),
        "ClientSessionMemoryCache { servers: 0 }"
    );
    let cache = ServerSessionMemoryCache::new(4);
    use tls_core::server::StoresServerSessions;
    assert!(cache.put(vec![0xaa; 32], vec![0xbb; 100]));
    let printed = format!("{cache:?}");
    assert!(
        !printed.contains("170") && !printed.contains("187"),
        "{printed}"
    );
}
