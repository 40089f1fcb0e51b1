//! A client.

use std::sync::Arc;

use tls_core::client::{Resumption, UnbufferedClientConnection};
use tls_core::pki_types::ServerName;
use tls_core::{ClientConfig, ClientConnection, Side};

use super::connection::{self, Outcome};
use super::server::new_server;
use crate::identity::{NAME, SameTime};
use crate::input::{Input, Options};
use crate::transparent::{Anybody, Anything, certified_key, provider};

/// A client that is fed all that a server may send, or may not.
///
/// | option | the client |
/// |---|---|
/// | 0 | offers a session |
/// | 1 | has a certificate |
/// | 2 | offers application protocols |
/// | 3 | keeps no certificates |
/// | 4 | sends small records |
/// | 5 | can use no tickets |
/// | 6 | prefers the suite whose keys are soon used up |
pub fn client(data: &[u8]) {
    run(data);
}

/// The same, and what the connection has come to: `None` if the input is too short to
/// make one.
pub fn run(data: &[u8]) -> Option<Outcome> {
    let input = Input::new(data)?;
    Some(connection::check(
        input,
        Side::Client,
        || ClientConnection::new(config(input.options), name()).expect("a client"),
        || UnbufferedClientConnection::new(config(input.options), name()).expect("a client"),
    ))
}

/// A client with these options.
pub(crate) fn new_client(options: Options) -> ClientConnection {
    ClientConnection::new(config(options), name()).expect("a client")
}

fn name() -> ServerName<'static> {
    ServerName::try_from(NAME).expect("a name")
}

/// A configuration, for one connection.
fn config(options: Options) -> Arc<ClientConfig> {
    let certified = options.has(1).then(|| Arc::new(certified_key()));
    let verifier = Anything {
        asks_clients: false,
        insists: false,
    };
    let mut provider = provider();
    if options.has(6) {
        provider.cipher_suites.reverse();
    }
    let mut config = ClientConfig::builder_with_provider(Arc::new(provider))
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier))
        .with_client_cert_resolver(Arc::new(Anybody(certified)));
    config.time_provider = Arc::new(SameTime);
    config.resumption = Resumption::in_memory_sessions(1);
    if options.has(2) {
        config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    }
    config.keep_peer_certificates = !options.has(3);
    if options.has(4) {
        config.max_fragment_size = Some(200);
    }
    if options.has(5) {
        config.resumption = Resumption::disabled();
    }
    let config = Arc::new(config);
    if options.has(0) {
        take_tickets(&config);
    }
    config
}

/// Lets a first connection bring sessions.
fn take_tickets(config: &Arc<ClientConfig>) {
    let mut client = ClientConnection::new(Arc::clone(config), name()).expect("a client");
    let mut server = new_server(Options(0));
    // A round for the handshake, and one for the tickets.
    for _ in 0..2 {
        let mut wire = Vec::new();
        client.write_tls(&mut wire).expect("memory takes all");
        server.read_tls(&mut &wire[..]).expect("room");
        server.process_new_packets().expect("an honest client");
        wire.clear();
        server.write_tls(&mut wire).expect("memory takes all");
        client.read_tls(&mut &wire[..]).expect("room");
        client.process_new_packets().expect("an honest server");
    }
    assert!(!client.is_handshaking());
}
