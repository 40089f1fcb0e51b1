//! Certificates for tests, made while they run.

use core::time::Duration;
use std::sync::Arc;

use pki_types::{
    CertificateDer, CertificateRevocationListDer, PrivateKeyDer, PrivatePkcs8KeyDer, UnixTime,
};
use rcgen::{
    BasicConstraints, CertificateParams, CertificateRevocationListParams, DnType,
    ExtendedKeyUsagePurpose, IsCa, Issuer, KeyIdMethod, KeyPair, KeyUsagePurpose,
    RevokedCertParams, SerialNumber, SignatureAlgorithm, date_time_ymd,
};

use crate::RootCertStore;
use crate::crypto::CryptoProvider;
use crate::time::TimeProvider;

/// Every provider that is built.
pub(crate) fn providers() -> Vec<Arc<CryptoProvider>> {
    vec![
        #[cfg(feature = "aws-lc-rs")]
        Arc::new(crate::crypto::aws_lc_rs::default_provider()),
        #[cfg(feature = "ring")]
        Arc::new(crate::crypto::ring::default_provider()),
    ]
}

/// One of them, where all would do the same.
pub(crate) fn provider() -> Arc<CryptoProvider> {
    providers().remove(0)
}

/// 1 January of that year: certificates are valid from 2020 to 2040.
pub(crate) fn year(year: u64) -> UnixTime {
    let days = (1970..year)
        .map(|year| {
            if year % 4 == 0 && year != 2100 {
                366
            } else {
                365
            }
        })
        .sum::<u64>();
    UnixTime::since_unix_epoch(Duration::from_secs(days * 24 * 60 * 60))
}

/// So many seconds after another time.
pub(crate) fn later(time: UnixTime, seconds: u64) -> UnixTime {
    UnixTime::since_unix_epoch(Duration::from_secs(time.as_secs() + seconds))
}

/// A clock that a test sets. `None` has no time.
#[derive(Debug, Default)]
pub(crate) struct Clock(pub(crate) std::sync::Mutex<Option<UnixTime>>);

impl Clock {
    pub(crate) fn at(time: UnixTime) -> Arc<Self> {
        Arc::new(Self(Some(time).into()))
    }

    pub(crate) fn set(&self, time: Option<UnixTime>) {
        *self.0.lock().unwrap() = time;
    }
}

impl TimeProvider for Clock {
    fn current_time(&self) -> Option<UnixTime> {
        *self.0.lock().unwrap()
    }
}

/// An authority, which can certify others.
pub(crate) struct Authority {
    pub(crate) cert: CertificateDer<'static>,
    issuer: Issuer<'static, KeyPair>,
}

/// A certificate of the lowest level, and its key.
pub(crate) struct Leaf {
    pub(crate) cert: CertificateDer<'static>,
    key: KeyPair,
}

impl Leaf {
    pub(crate) fn key(&self) -> PrivateKeyDer<'static> {
        PrivatePkcs8KeyDer::from(self.key.serialize_der()).into()
    }
}

impl Authority {
    pub(crate) fn root(name: &str) -> Self {
        let key = KeyPair::generate().unwrap();
        let params = authority(name);
        Self {
            cert: params.self_signed(&key).unwrap().der().clone(),
            issuer: Issuer::new(params, key),
        }
    }

    pub(crate) fn intermediate(&self, name: &str) -> Self {
        let key = KeyPair::generate().unwrap();
        let params = authority(name);
        Self {
            cert: params.signed_by(&key, &self.issuer).unwrap().der().clone(),
            issuer: Issuer::new(params, key),
        }
    }

    /// A certificate for those names, or addresses.
    pub(crate) fn leaf(&self, names: &[&str]) -> Leaf {
        self.leaf_with(names, &rcgen::PKCS_ECDSA_P256_SHA256, |_| {})
    }

    pub(crate) fn leaf_with(
        &self,
        names: &[&str],
        algorithm: &'static SignatureAlgorithm,
        change: impl FnOnce(&mut CertificateParams),
    ) -> Leaf {
        let names: Vec<String> = names.iter().copied().map(String::from).collect();
        let mut params = CertificateParams::new(names).unwrap();
        set_times(&mut params);
        params.serial_number = Some(SerialNumber::from(7));
        change(&mut params);
        let key = KeyPair::generate_for(algorithm).unwrap();
        Leaf {
            cert: params.signed_by(&key, &self.issuer).unwrap().der().clone(),
            key,
        }
    }

    /// A certificate that is for clients alone, or for servers alone.
    pub(crate) fn leaf_for(&self, purpose: ExtendedKeyUsagePurpose) -> Leaf {
        self.leaf_with(&["example.com"], &rcgen::PKCS_ECDSA_P256_SHA256, |params| {
            params.extended_key_usages = vec![purpose];
        })
    }

    /// A list that revokes those serial numbers, to be updated in 2031.
    pub(crate) fn revokes(&self, serials: &[u64]) -> CertificateRevocationListDer<'static> {
        let revoked = |serial: &u64| RevokedCertParams {
            serial_number: SerialNumber::from(*serial),
            revocation_time: date_time_ymd(2025, 1, 1),
            reason_code: None,
            invalidity_date: None,
        };
        let params = CertificateRevocationListParams {
            this_update: date_time_ymd(2029, 1, 1),
            next_update: date_time_ymd(2031, 1, 1),
            crl_number: SerialNumber::from(1),
            issuing_distribution_point: None,
            revoked_certs: serials.iter().map(revoked).collect(),
            key_identifier_method: KeyIdMethod::Sha256,
        };
        params.signed_by(&self.issuer).unwrap().der().clone()
    }

    /// A store with this authority as its only root.
    pub(crate) fn store(&self) -> Arc<RootCertStore> {
        let mut roots = RootCertStore::empty();
        roots.add(self.cert.clone()).unwrap();
        Arc::new(roots)
    }
}

fn authority(name: &str) -> CertificateParams {
    let mut params = CertificateParams::default();
    set_times(&mut params);
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params.distinguished_name.push(DnType::CommonName, name);
    params
}

fn set_times(params: &mut CertificateParams) {
    params.not_before = date_time_ymd(2020, 1, 1);
    params.not_after = date_time_ymd(2040, 1, 1);
}
