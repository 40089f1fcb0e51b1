//! Certificates and the way between two connections in memory.
#![allow(dead_code, reason = "each test uses a part of it")]

use std::sync::Arc;

use tls_core::client::ClientConnection;
use tls_core::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer, ServerName};
use tls_core::server::ServerConnection;
use tls_core::{ClientConfig, Error, RootCertStore, ServerConfig, crypto::CryptoProvider};

/// A certificate of its own authority.
pub struct Identity {
    pub chain: Vec<CertificateDer<'static>>,
    pub key: PrivateKeyDer<'static>,
    pub authority: CertificateDer<'static>,
}

/// An identity for `localhost`.
pub fn localhost() -> Identity {
    let authority_key = rcgen::KeyPair::generate().expect("a key");
    let mut params = rcgen::CertificateParams::new(Vec::new()).expect("no names");
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let authority = params.self_signed(&authority_key).expect("signed");
    let issuer = rcgen::Issuer::new(params, authority_key);
    let key = rcgen::KeyPair::generate().expect("a key");
    let certificate = rcgen::CertificateParams::new(vec!["localhost".into()])
        .expect("a name")
        .signed_by(&key, &issuer)
        .expect("signed");
    Identity {
        chain: vec![certificate.der().clone()],
        key: PrivatePkcs8KeyDer::from(key.serialize_der()).into(),
        authority: authority.der().clone(),
    }
}

pub fn configs(provider: CryptoProvider) -> (Arc<ClientConfig>, Arc<ServerConfig>) {
    let provider = Arc::new(provider);
    let identity = localhost();
    let mut roots = RootCertStore::empty();
    roots.add(identity.authority).expect("an authority");
    let client = ClientConfig::builder_with_provider(provider.clone())
        .with_root_certificates(roots)
        .with_no_client_auth();
    let server = ServerConfig::builder_with_provider(provider)
        .with_no_client_auth()
        .with_single_cert(identity.chain, identity.key)
        .expect("a certificate and its key");
    (Arc::new(client), Arc::new(server))
}

pub fn pair(
    (client, server): &(Arc<ClientConfig>, Arc<ServerConfig>),
) -> (ClientConnection, ServerConnection) {
    let name = ServerName::try_from("localhost").expect("a name");
    (
        ClientConnection::new(client.clone(), name).expect("a client"),
        ServerConnection::new(server.clone()).expect("a server"),
    )
}

/// Carries bytes both ways until neither side has any more.
pub fn transfer(client: &mut ClientConnection, server: &mut ServerConnection) -> Result<(), Error> {
    while client.wants_write() || server.wants_write() {
        let mut wire = Vec::new();
        while client.wants_write() {
            client.write_tls(&mut wire).expect("memory takes all");
        }
        let mut wire = &wire[..];
        while !wire.is_empty() {
            server.read_tls(&mut wire).expect("room");
            server.process_new_packets()?;
        }
        let mut wire = Vec::new();
        while server.wants_write() {
            server.write_tls(&mut wire).expect("memory takes all");
        }
        let mut wire = &wire[..];
        while !wire.is_empty() {
            client.read_tls(&mut wire).expect("room");
            client.process_new_packets()?;
        }
    }
    Ok(())
}
