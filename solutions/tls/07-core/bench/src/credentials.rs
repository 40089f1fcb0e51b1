//! Certificates, made anew for each run.

use pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};

/// The name of the server.
pub const SERVER_NAME: &str = "localhost";

/// A server's chain and key, and the root that a client trusts.
pub struct Credentials {
    /// The server's certificate and the one between it and the root: about 800 bytes.
    pub chain: Vec<CertificateDer<'static>>,
    /// The key of the first certificate, for ECDSA P-256.
    pub key: PrivateKeyDer<'static>,
    /// The root.
    pub root: CertificateDer<'static>,
}

impl Credentials {
    /// Makes all keys and certificates.
    pub fn generate() -> Self {
        let (root_params, root_key) = (authority(), key());
        let root = root_params.self_signed(&root_key).expect("signed");
        let root_issuer = Issuer::new(root_params, root_key);

        let (between_params, between_key) = (authority(), key());
        let between = between_params
            .signed_by(&between_key, &root_issuer)
            .expect("signed");
        let between_issuer = Issuer::new(between_params, between_key);

        let key = key();
        let server = CertificateParams::new([SERVER_NAME.to_owned()])
            .expect("a name")
            .signed_by(&key, &between_issuer)
            .expect("signed");

        Self {
            chain: vec![server.into(), between.into()],
            key: PrivatePkcs8KeyDer::from(key.serialize_der()).into(),
            root: root.into(),
        }
    }
}

fn key() -> KeyPair {
    KeyPair::generate().expect("a key")
}

fn authority() -> CertificateParams {
    let mut params = CertificateParams::new(Vec::new()).expect("no names");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params
}
