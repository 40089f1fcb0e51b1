//! A server.

use std::sync::Arc;

use tls_core::server::UnbufferedServerConnection;
use tls_core::{ServerConfig, ServerConnection, Side};

use super::connection::{self, Outcome};
use crate::identity::SameTime;
use crate::input::{Input, Options};
use crate::transparent::{Anybody, Anything, PlainTickets, SECP256R1, certified_key, provider};

/// A server that is fed all that a client may send, or may not.
///
/// | option | the server |
/// |---|---|
/// | 0 | asks for a certificate |
/// | 1 | insists on it |
/// | 2 | speaks application protocols |
/// | 3 | keeps no certificates |
/// | 4 | sends small records |
/// | 5 | sends no tickets |
/// | 6 | has one group only: clients may have to send another hello |
/// | 7 | prefers its own order of cipher suites |
pub fn server(data: &[u8]) {
    run(data);
}

/// The same, and what the connection has come to: `None` if the input is too short to
/// make one.
pub fn run(data: &[u8]) -> Option<Outcome> {
    let input = Input::new(data)?;
    Some(connection::check(
        input,
        Side::Server,
        || ServerConnection::new(config(input.options)).expect("a server"),
        || UnbufferedServerConnection::new(config(input.options)).expect("a server"),
    ))
}

/// A server with these options.
pub(crate) fn new_server(options: Options) -> ServerConnection {
    ServerConnection::new(config(options)).expect("a server")
}

/// A configuration, for one connection.
fn config(options: Options) -> Arc<ServerConfig> {
    let mut provider = provider();
    if options.has(6) {
        provider.kx_groups = vec![&SECP256R1];
    }
    let verifier = Anything {
        asks_clients: options.has(0),
        insists: options.has(0) && options.has(1),
    };
    let mut config = ServerConfig::builder_with_provider(Arc::new(provider))
        .with_client_cert_verifier(Arc::new(verifier))
        .with_cert_resolver(Arc::new(Anybody(Some(Arc::new(certified_key())))));
    config.time_provider = Arc::new(SameTime);
    config.ticketer = Arc::new(PlainTickets);
    if options.has(2) {
        config.alpn_protocols = vec![b"http/1.1".to_vec(), b"h2".to_vec()];
    }
    config.keep_peer_certificates = !options.has(3);
    if options.has(4) {
        config.max_fragment_size = Some(200);
    }
    if options.has(5) {
        config.send_tls13_tickets = 0;
    }
    config.ignore_client_order = options.has(7);
    Arc::new(config)
}
