//! Configurations of both libraries that fit each other, and rustls as a peer.

use std::io::{Read, Write};
use std::sync::Arc;

use rustls::server::WebPkiClientVerifier;
use tls_core::HandshakeKind;
use tls_core::server::WebPkiClientVerifier as CoreClientVerifier;

use crate::support::identity::{self, Identity};
use crate::support::peer::{Agreement, EXPORT_CONTEXTS, EXPORT_LABEL, Failure, Peer};
use crate::support::wire::connect;
use crate::support::{self, LOCALHOST, roots, server_name};

/// Whether the server asks for a client's certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClientAuth {
    None,
    Optional,
    Required,
}

/// What the configurations of a test are made of.
pub struct Setup {
    pub core: tls_core::crypto::CryptoProvider,
    pub rustls: rustls::crypto::CryptoProvider,
    pub server: Identity,
    pub client_auth: ClientAuth,
    pub client: Option<Identity>,
    /// Who has signed the clients' certificates that are accepted.
    pub client_authority: Identity,
}

impl Default for Setup {
    fn default() -> Self {
        let mut rustls = rustls::crypto::aws_lc_rs::default_provider();
        // In front, as in this core.
        let hybrid = rustls::NamedGroup::X25519MLKEM768;
        rustls.kx_groups.sort_by_key(|group| group.name() != hybrid);
        Self {
            core: tls_core::crypto::aws_lc_rs::default_provider(),
            rustls,
            server: identity::localhost(),
            client_auth: ClientAuth::None,
            client: None,
            client_authority: identity::localhost(),
        }
    }
}

impl Setup {
    /// With this identity on both sides, and a server that asks for it.
    pub fn mutual(identity: impl Fn() -> Identity) -> Self {
        let client = identity();
        Self {
            server: identity(),
            client_auth: ClientAuth::Required,
            client_authority: Identity {
                chain: client.chain.clone(),
                key: client.key.clone_key(),
                authority: client.authority.clone(),
            },
            client: Some(client),
            ..Self::default()
        }
    }

    pub fn core_client(&self) -> tls_core::ClientConfig {
        let builder = tls_core::ClientConfig::builder_with_provider(Arc::new(self.core.clone()))
            .with_root_certificates(roots(&self.server.authority));
        match &self.client {
            None => builder.with_no_client_auth(),
            Some(client) => builder
                .with_client_auth_cert(client.chain.clone(), client.key.clone_key())
                .expect("a certificate and its key"),
        }
    }

    pub fn core_server(&self) -> tls_core::ServerConfig {
        let provider = Arc::new(self.core.clone());
        let verifier = match self.client_auth {
            ClientAuth::None => CoreClientVerifier::no_client_auth(),
            asks => {
                let roots = roots(&self.client_authority.authority);
                let builder = CoreClientVerifier::builder_with_provider(roots, provider.clone());
                match asks {
                    ClientAuth::Optional => builder.allow_unauthenticated().build(),
                    _ => builder.build(),
                }
                .expect("a verifier")
            }
        };
        tls_core::ServerConfig::builder_with_provider(provider)
            .with_client_cert_verifier(verifier)
            .with_single_cert(self.server.chain.clone(), self.server.key.clone_key())
            .expect("a certificate and its key")
    }

    pub fn rustls_client(&self) -> rustls::ClientConfig {
        let builder = rustls::ClientConfig::builder_with_provider(Arc::new(self.rustls.clone()))
            .with_protocol_versions(&[&rustls::version::TLS13])
            .expect("suites")
            .with_root_certificates(rustls_roots(&self.server));
        match &self.client {
            None => builder.with_no_client_auth(),
            Some(client) => builder
                .with_client_auth_cert(client.chain.clone(), client.key.clone_key())
                .expect("a certificate and its key"),
        }
    }

    pub fn rustls_server(&self) -> rustls::ServerConfig {
        let provider = Arc::new(self.rustls.clone());
        let verifier = match self.client_auth {
            ClientAuth::None => WebPkiClientVerifier::no_client_auth(),
            asks => {
                let roots = rustls_roots(&self.client_authority).into();
                let builder = WebPkiClientVerifier::builder_with_provider(roots, provider.clone());
                match asks {
                    ClientAuth::Optional => builder.allow_unauthenticated().build(),
                    _ => builder.build(),
                }
                .expect("a verifier")
            }
        };
        rustls::ServerConfig::builder_with_provider(provider)
            .with_protocol_versions(&[&rustls::version::TLS13])
            .expect("suites")
            .with_client_cert_verifier(verifier)
            .with_single_cert(self.server.chain.clone(), self.server.key.clone_key())
            .expect("a certificate and its key")
    }

    /// This core as the client, and as the server.
    pub fn both_roles(&self) -> [(Box<dyn Peer>, Box<dyn Peer>); 2] {
        [
            (
                Box::new(support::client(self.core_client())),
                Box::new(rustls_server(self.rustls_server())),
            ),
            (
                Box::new(rustls_client(self.rustls_client())),
                Box::new(support::server(self.core_server())),
            ),
        ]
    }

    /// Connects in both roles. Returns what was agreed upon.
    pub fn connect(&self) -> [Agreement; 2] {
        self.both_roles()
            .map(|(mut client, mut server)| connect(&mut *client, &mut *server))
    }
}

fn rustls_roots(identity: &Identity) -> rustls::RootCertStore {
    let mut roots = rustls::RootCertStore::empty();
    roots.add(identity.authority.clone()).expect("an authority");
    roots
}

pub fn rustls_client(config: impl Into<Arc<rustls::ClientConfig>>) -> Rustls {
    let connection = rustls::ClientConnection::new(config.into(), server_name(LOCALHOST));
    Rustls::new(connection.expect("a client"))
}

pub fn rustls_server(config: impl Into<Arc<rustls::ServerConfig>>) -> Rustls {
    Rustls::new(rustls::ServerConnection::new(config.into()).expect("a server"))
}

/// A connection of rustls.
pub struct Rustls {
    pub connection: rustls::Connection,
    received: Vec<u8>,
    peer_has_closed: bool,
}

impl Rustls {
    pub fn new(connection: impl Into<rustls::Connection>) -> Self {
        let mut connection = connection.into();
        connection.set_buffer_limit(None);
        Self {
            connection,
            received: Vec::new(),
            peer_has_closed: false,
        }
    }
}

impl Peer for Rustls {
    fn receive(&mut self, mut wire: &[u8]) -> Result<(), Failure> {
        while self.connection.read_tls(&mut wire)? > 0 {
            let state = self.connection.process_new_packets()?;
            self.peer_has_closed = state.peer_has_closed();
            let start = self.received.len();
            let count = state.plaintext_bytes_to_read();
            self.received.resize(start + count, 0);
            self.connection
                .reader()
                .read_exact(&mut self.received[start..])?;
            if wire.is_empty() {
                break;
            }
        }
        Ok(())
    }

    fn send(&mut self, wire: &mut Vec<u8>) {
        while self.connection.wants_write() {
            self.connection.write_tls(wire).expect("memory takes all");
        }
    }

    fn write(&mut self, data: &[u8]) {
        self.connection.writer().write_all(data).expect("room");
    }

    fn take_received(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.received)
    }

    fn update_keys(&mut self) {
        self.connection.refresh_traffic_keys().expect("an update");
    }

    fn close(&mut self) {
        self.connection.send_close_notify();
    }

    fn peer_has_closed(&self) -> bool {
        self.peer_has_closed
    }

    fn is_handshaking(&self) -> bool {
        self.connection.is_handshaking()
    }

    fn agreement(&self) -> Agreement {
        use rustls::HandshakeKind as Kind;
        let connection = &self.connection;
        let group = connection.negotiated_key_exchange_group();
        let suite = connection.negotiated_cipher_suite().expect("a suite");
        Agreement {
            kind: match connection.handshake_kind().expect("a handshake") {
                Kind::Full => HandshakeKind::Full,
                Kind::FullWithHelloRetryRequest => HandshakeKind::FullWithHelloRetryRequest,
                Kind::Resumed => HandshakeKind::Resumed,
            },
            cipher_suite: suite.suite().into(),
            group: group.expect("a group").name().into(),
            alpn_protocol: connection.alpn_protocol().map(<[u8]>::to_vec),
            exported: EXPORT_CONTEXTS.map(|context| {
                connection
                    .export_keying_material([0; 50], EXPORT_LABEL, context)
                    .expect("a finished handshake")
            }),
        }
    }

    fn peer_certificates(&self) -> Vec<Vec<u8>> {
        let certificates = self.connection.peer_certificates().unwrap_or_default();
        certificates.iter().map(|it| it.to_vec()).collect()
    }
}
