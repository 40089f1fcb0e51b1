//! Who resolves to a key without a certificate has none to present.

use std::sync::Arc;

use tls_core::client::{CredentialRequest, ResolvesClientCert};
use tls_core::crypto::ring;
use tls_core::server::{ClientHello, ResolvesServerCert, WebPkiClientVerifier};
use tls_core::{AlertDescription, CertifiedKey, Error, PeerIncompatible, ServerConfig};

use crate::pairs::{configs, pairs};
use crate::support::identity::{self, Identity};
use crate::support::wire::{WHOLE, connect, deliver};
use crate::support::{client_config, roots};

/// A key, and a chain without a certificate.
#[derive(Debug)]
struct WithoutCertificate(Arc<CertifiedKey>);

impl WithoutCertificate {
    fn new(identity: &Identity) -> Arc<Self> {
        let key_provider = ring::default_provider().key_provider;
        let key = key_provider.load_private_key(identity.key.clone_key());
        let certified = CertifiedKey::new(Vec::new(), key.expect("a key"));
        Arc::new(Self(Arc::new(certified)))
    }
}

impl ResolvesClientCert for WithoutCertificate {
    fn resolve(&self, _: &CredentialRequest<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.0.clone())
    }

    fn has_certs(&self) -> bool {
        true
    }
}

impl ResolvesServerCert for WithoutCertificate {
    fn resolve(&self, _: &ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.0.clone())
    }
}

/// An empty Certificate, and no proof of a key behind it (RFC 8446, section 4.4.2).
#[test]
fn a_client_says_that_it_has_none() {
    let identity = identity::localhost();
    let mut client_config = client_config(ring::default_provider(), &identity);
    client_config.client_auth_cert_resolver = WithoutCertificate::new(&identity);
    let provider = Arc::new(ring::default_provider());
    let verifier =
        WebPkiClientVerifier::builder_with_provider(roots(&identity.authority), provider.clone());
    let verifier = verifier
        .allow_unauthenticated()
        .build()
        .expect("a verifier");
    let server_config = ServerConfig::builder_with_provider(provider)
        .with_client_cert_verifier(verifier)
        .with_single_cert(identity.chain.clone(), identity.key.clone_key())
        .expect("a certificate and its key");
    for (mut client, mut server) in pairs(&Arc::new(client_config), &Arc::new(server_config)) {
        connect(&mut *client, &mut *server);
        assert!(server.peer_certificates().is_empty());
    }
}

/// A server must have one: its Certificate is never empty (RFC 8446, section 4.4.2.4).
#[test]
fn a_server_refuses_the_client() {
    let identity = identity::localhost();
    let (client_config, server_config) = configs();
    let mut server_config = ServerConfig::clone(&server_config);
    server_config.cert_resolver = WithoutCertificate::new(&identity);
    for (mut client, mut server) in pairs(&client_config, &Arc::new(server_config)) {
        let failure = deliver(&mut *client, &mut *server, WHOLE).expect_err("no certificate");
        let error = Error::PeerIncompatible(PeerIncompatible::NoCertificateForName);
        assert_eq!(failure.downcast_ref(), Some(&error));
        let failure = deliver(&mut *server, &mut *client, WHOLE).expect_err("an alert");
        let told = Error::AlertReceived(AlertDescription::UNRECOGNIZED_NAME);
        assert_eq!(failure.downcast_ref(), Some(&told));
    }
}
