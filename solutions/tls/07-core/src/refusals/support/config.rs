//! Certificates and configurations.

use std::sync::{Arc, LazyLock};

use pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};

use super::HOST;
use crate::crypto::{CryptoProvider, SigningKey, ring};
use crate::server::WebPkiClientVerifier;
use crate::{ClientConfig, RootCertStore, ServerConfig};

/// A certificate, its key, and who has signed it.
pub struct Identity {
    pub chain: Vec<CertificateDer<'static>>,
    key: KeyPair,
    authority: CertificateDer<'static>,
}

/// The same for everybody: the client trusts it, and the server too.
pub fn identity() -> &'static Identity {
    static IDENTITY: LazyLock<Identity> = LazyLock::new(|| {
        let authority_key = KeyPair::generate_for(&rcgen::PKCS_ED25519).expect("a key");
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let authority = params.self_signed(&authority_key).expect("signed");
        let issuer = Issuer::new(params, authority_key);
        let key = KeyPair::generate_for(&rcgen::PKCS_ED25519).expect("a key");
        let certificate = CertificateParams::new(vec![HOST.into()])
            .expect("a name")
            .signed_by(&key, &issuer)
            .expect("signed");
        Identity {
            chain: vec![certificate.der().clone()],
            key,
            authority: authority.der().clone(),
        }
    });
    &IDENTITY
}

/// The key of [`identity`].
pub fn signing_key() -> Arc<dyn SigningKey> {
    let provider = provider();
    provider
        .key_provider
        .load_private_key(private_key())
        .expect("a key")
}

fn private_key() -> PrivateKeyDer<'static> {
    PrivatePkcs8KeyDer::from(identity().key.serialize_der()).into()
}

fn provider() -> Arc<CryptoProvider> {
    Arc::new(ring::default_provider())
}

fn roots() -> RootCertStore {
    let mut roots = RootCertStore::empty();
    roots
        .add(identity().authority.clone())
        .expect("an authority");
    roots
}

/// A client that trusts [`identity`], and presents it if asked.
pub fn client_config() -> ClientConfig {
    ClientConfig::builder_with_provider(provider())
        .with_root_certificates(roots())
        .with_client_auth_cert(identity().chain.clone(), private_key())
        .expect("a certificate and its key")
}

/// A server that is [`identity`], and asks for no certificate.
pub fn server_config() -> ServerConfig {
    ServerConfig::builder_with_provider(provider())
        .with_no_client_auth()
        .with_single_cert(identity().chain.clone(), private_key())
        .expect("a certificate and its key")
}

/// As [`server_config`], with clients that have to present a certificate.
pub fn server_config_with_auth() -> ServerConfig {
    let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots()), provider())
        .build()
        .expect("a verifier");
    ServerConfig::builder_with_provider(provider())
        .with_client_cert_verifier(verifier)
        .with_single_cert(identity().chain.clone(), private_key())
        .expect("a certificate and its key")
}
