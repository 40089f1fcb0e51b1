//! Clients and servers of all kinds.

use std::sync::Arc;

use tls_core::crypto::ring;
use tls_core::{ClientConfig, ServerConfig};

use crate::support::peer::Peer;
use crate::support::{client, client_config, identity, server, server_config};
use crate::support::{unbuffered_client, unbuffered_server};

pub fn configs() -> (Arc<ClientConfig>, Arc<ServerConfig>) {
    let identity = identity::localhost();
    let client = client_config(ring::default_provider(), &identity);
    let server = server_config(ring::default_provider(), &identity);
    (Arc::new(client), Arc::new(server))
}

/// All pairs of a buffered and an unbuffered client and server, each made when it is
/// asked for.
pub fn pairs(
    client_config: &Arc<ClientConfig>,
    server_config: &Arc<ServerConfig>,
) -> impl Iterator<Item = (Box<dyn Peer>, Box<dyn Peer>)> {
    [(true, true), (true, false), (false, true), (false, false)]
        .into_iter()
        .map(|(client_is_buffered, server_is_buffered)| {
            let (client_config, server_config) = (client_config.clone(), server_config.clone());
            let client: Box<dyn Peer> = match client_is_buffered {
                true => Box::new(client(client_config)),
                false => Box::new(unbuffered_client(client_config)),
            };
            let server: Box<dyn Peer> = match server_is_buffered {
                true => Box::new(server(server_config)),
                false => Box::new(unbuffered_server(server_config)),
            };
            (client, server)
        })
}
