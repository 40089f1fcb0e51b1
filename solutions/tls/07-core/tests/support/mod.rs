//! What the tests of connections share: certificates, peers, and the way between them.
#![allow(dead_code, reason = "each test uses a part of it")]

pub mod identity;
pub mod peer;
pub mod wire;

use std::sync::Arc;

use tls_core::client::UnbufferedClientConnection;
use tls_core::crypto::CryptoProvider;
use tls_core::pki_types::{CertificateDer, ServerName};
use tls_core::server::UnbufferedServerConnection;
use tls_core::{ClientConfig, ClientConnection, RootCertStore, ServerConfig, ServerConnection};

use identity::Identity;
use peer::{Buffered, Unbuffered};

/// The name of all servers, unless a test says otherwise.
pub const LOCALHOST: &str = "localhost";

pub fn server_name(name: &'static str) -> ServerName<'static> {
    ServerName::try_from(name).expect("a name")
}

pub fn roots(authority: &CertificateDer<'static>) -> Arc<RootCertStore> {
    let mut roots = RootCertStore::empty();
    roots.add(authority.clone()).expect("an authority");
    Arc::new(roots)
}

/// A client that trusts the authority of `server` and has no certificate.
pub fn client_config(provider: CryptoProvider, server: &Identity) -> ClientConfig {
    ClientConfig::builder_with_provider(Arc::new(provider))
        .with_root_certificates(roots(&server.authority))
        .with_no_client_auth()
}

/// A server that asks no client for a certificate.
pub fn server_config(provider: CryptoProvider, server: &Identity) -> ServerConfig {
    ServerConfig::builder_with_provider(Arc::new(provider))
        .with_no_client_auth()
        .with_single_cert(server.chain.clone(), server.key.clone_key())
        .expect("a certificate and its key")
}

pub fn client(config: impl Into<Arc<ClientConfig>>) -> Buffered<ClientConnection> {
    let connection = ClientConnection::new(config.into(), server_name(LOCALHOST));
    Buffered::new(connection.expect("a client"))
}

pub fn server(config: impl Into<Arc<ServerConfig>>) -> Buffered<ServerConnection> {
    Buffered::new(ServerConnection::new(config.into()).expect("a server"))
}

pub fn unbuffered_client(
    config: impl Into<Arc<ClientConfig>>,
) -> Unbuffered<UnbufferedClientConnection> {
    let connection = UnbufferedClientConnection::new(config.into(), server_name(LOCALHOST));
    Unbuffered::new(connection.expect("a client"))
}

pub fn unbuffered_server(
    config: impl Into<Arc<ServerConfig>>,
) -> Unbuffered<UnbufferedServerConnection> {
    Unbuffered::new(UnbufferedServerConnection::new(config.into()).expect("a server"))
}
