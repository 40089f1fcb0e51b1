//! Certificates, made for the test that needs them.

use rcgen::{
    BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, PKCS_RSA_SHA256,
    SignatureAlgorithm,
};
use tls_core::pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer};

use super::LOCALHOST;

/// A certificate, its key, and the authority of its own that has signed it.
pub struct Identity {
    /// The certificate, and those between it and the authority.
    pub chain: Vec<CertificateDer<'static>>,
    pub key: PrivateKeyDer<'static>,
    pub authority: CertificateDer<'static>,
}

/// For `localhost`, with Ed25519: the signatures have all the same length.
pub fn localhost() -> Identity {
    Identity::new(&[LOCALHOST], &rcgen::PKCS_ED25519)
}

impl Identity {
    /// For these names, with a key of that kind.
    pub fn new(names: &[&str], algorithm: &'static SignatureAlgorithm) -> Self {
        Self::with_intermediates(names, algorithm, 0)
    }

    /// As [`new`](Self::new), with so many authorities between the certificate and the
    /// one to be trusted.
    pub fn with_intermediates(
        names: &[&str],
        algorithm: &'static SignatureAlgorithm,
        intermediates: usize,
    ) -> Self {
        let mut chain = Vec::new();
        let (authority, mut issuer) = authority("the root", None);
        for number in 0..intermediates {
            let (certificate, next) = self::authority(&format!("number {number}"), Some(&issuer));
            chain.insert(0, certificate);
            issuer = next;
        }
        let key = key(algorithm);
        let names: Vec<_> = names.iter().map(|&name| name.to_owned()).collect();
        let certificate = CertificateParams::new(names)
            .expect("names")
            .signed_by(&key, &issuer)
            .expect("signed");
        chain.insert(0, certificate.der().clone());
        Self {
            chain,
            key: PrivatePkcs8KeyDer::from(key.serialize_der()).into(),
            authority,
        }
    }

    /// The length of the certificates in bytes.
    pub fn chain_length(&self) -> usize {
        self.chain.iter().map(|certificate| certificate.len()).sum()
    }
}

fn authority(
    name: &str,
    issuer: Option<&Issuer<'_, KeyPair>>,
) -> (CertificateDer<'static>, Issuer<'static, KeyPair>) {
    let key = KeyPair::generate().expect("a key");
    let mut params = CertificateParams::new(Vec::new()).expect("no names");
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(DnType::CommonName, name);
    let certificate = match issuer {
        None => params.self_signed(&key),
        Some(issuer) => params.signed_by(&key, issuer),
    };
    let certificate = certificate.expect("signed").der().clone();
    (certificate, Issuer::new(params, key))
}

fn key(algorithm: &'static SignatureAlgorithm) -> KeyPair {
    if algorithm != &PKCS_RSA_SHA256 {
        return KeyPair::generate_for(algorithm).expect("a key");
    }
    // To make one takes seconds.
    KeyPair::from_pem(include_str!("../keys/rsa.pkcs8.pem")).expect("a key")
}
