//! A server's certificate, the same every time.

use std::sync::{Arc, LazyLock};

use rcgen::{
    BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair, SerialNumber, date_time_ymd,
};
use tls_core::pki_types::{CertificateDer, PrivatePkcs8KeyDer, UnixTime};
use tls_core::{RootCertStore, TimeProvider};

/// The name of the server.
pub(crate) const NAME: &str = "localhost";

/// A certificate, its key, and the root that it leads to.
pub(crate) struct Identity {
    pub(crate) certificate: CertificateDer<'static>,
    pub(crate) key: PrivatePkcs8KeyDer<'static>,
    pub(crate) roots: Arc<RootCertStore>,
}

/// With Ed25519, whose signatures need no randomness.
pub(crate) static IDENTITY: LazyLock<Identity> = LazyLock::new(|| {
    let mut authority = params(1, Vec::new());
    authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let (authority_key, _) = key(1);
    let root = authority.self_signed(&authority_key).expect("signed");
    let mut roots = RootCertStore::empty();
    roots.add(root.der().clone()).expect("an authority");

    let (key, pkcs8) = key(2);
    let certificate = params(2, vec![NAME.to_owned()])
        .signed_by(&key, &Issuer::new(authority, authority_key))
        .expect("signed");
    Identity {
        certificate: certificate.der().clone(),
        key: pkcs8,
        roots: Arc::new(roots),
    }
});

fn params(serial: u64, names: Vec<String>) -> CertificateParams {
    let mut params = CertificateParams::new(names).expect("names");
    params.serial_number = Some(SerialNumber::from(serial));
    params.not_before = date_time_ymd(2020, 1, 1);
    params.not_after = date_time_ymd(2040, 1, 1);
    params
}

/// The key whose every byte is `byte`.
fn key(byte: u8) -> (KeyPair, PrivatePkcs8KeyDer<'static>) {
    /// All that is in front of the key itself (RFC 8410, section 7).
    const FRONT: [u8; 16] = [
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20,
    ];
    let pkcs8 = PrivatePkcs8KeyDer::from([&FRONT[..], &[byte; 32]].concat());
    let pair = KeyPair::try_from(&pkcs8).expect("a key");
    (pair, pkcs8)
}

/// It is always 2030.
#[derive(Debug)]
pub(crate) struct SameTime;

impl TimeProvider for SameTime {
    fn current_time(&self) -> Option<UnixTime> {
        Some(UnixTime::since_unix_epoch(core::time::Duration::from_secs(
            1_893_456_000,
        )))
    }
}
