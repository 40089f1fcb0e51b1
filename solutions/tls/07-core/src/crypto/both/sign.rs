//! Private keys: RSA of 2048 bits and more, ECDSA over P-256 and P-384, Ed25519.

use core::fmt;
use std::sync::Arc;

use pki_types::{AlgorithmIdentifier, PrivateKeyDer, SubjectPublicKeyInfoDer, alg_id};
use zeroize::Zeroizing;

use super::library::{
    self, rand,
    signature::{self, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _, RsaKeyPair},
};
use crate::crypto::{KeyProvider, SigningKey, der};
use crate::{Error, SignatureScheme};

/// Loads keys as PKCS #8 (RFC 5208), as SEC 1 (RFC 5915) and as PKCS #1 (RFC 8017).
#[derive(Debug)]
pub(super) struct Keys;

impl KeyProvider for Keys {
    fn load_private_key(
        &self,
        key_der: PrivateKeyDer<'static>,
    ) -> Result<Arc<dyn SigningKey>, Error> {
        let key_der = Zeroizing::new(key_der);
        let key = match &*key_der {
            PrivateKeyDer::Pkcs8(key) => Key::from_pkcs8(key.secret_pkcs8_der()),
            PrivateKeyDer::Sec1(key) => Key::from_sec1(key.secret_sec1_der()),
            PrivateKeyDer::Pkcs1(key) => RsaKeyPair::from_der(key.secret_pkcs1_der())
                .ok()
                .map(Key::rsa),
            _ => None,
        };
        match key {
            Some(key) => Ok(Arc::new(key)),
            None => Err(Error::General(
                "not a private key, or one of a kind that this provider cannot sign with".into(),
            )),
        }
    }
}

struct Key {
    pair: Pair,
    /// Of the public key.
    algorithm: AlgorithmIdentifier,
    schemes: &'static [SignatureScheme],
}

enum Pair {
    Rsa(RsaKeyPair),
    Ecdsa(EcdsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

impl Key {
    /// PKCS #8 says itself what is in it, and each loader refuses what is not its own.
    fn from_pkcs8(pkcs8: &[u8]) -> Option<Self> {
        if let Ok(pair) = RsaKeyPair::from_pkcs8(pkcs8) {
            return Some(Self::rsa(pair));
        }
        if let Some(key) = CURVES.iter().find_map(|curve| curve.key(pkcs8)) {
            return Some(key);
        }
        // Most tools leave the public key out, so that there is nothing to check the
        // private key against.
        let pair = Ed25519KeyPair::from_pkcs8_maybe_unchecked(pkcs8).ok()?;
        Some(Self {
            pair: Pair::Ed25519(pair),
            algorithm: alg_id::ED25519,
            schemes: &[SignatureScheme::ED25519],
        })
    }

    /// SEC 1 need not say for which curve it is, and not every library reads it. Put
    /// into PKCS #8, for one curve after the other, it fits only where it belongs.
    fn from_sec1(sec1: &[u8]) -> Option<Self> {
        CURVES
            .iter()
            .find_map(|curve| curve.key(&der::private_key_info(curve.algorithm, sec1)))
    }

    fn rsa(pair: RsaKeyPair) -> Self {
        Self {
            pair: Pair::Rsa(pair),
            algorithm: alg_id::RSA_ENCRYPTION,
            schemes: &[
                SignatureScheme::RSA_PSS_RSAE_SHA512,
                SignatureScheme::RSA_PSS_RSAE_SHA384,
                SignatureScheme::RSA_PSS_RSAE_SHA256,
            ],
        }
    }
}

/// A curve for ECDSA; TLS 1.3 binds the hash to it.
struct Curve {
    signing: &'static signature::EcdsaSigningAlgorithm,
    algorithm: AlgorithmIdentifier,
    schemes: &'static [SignatureScheme],
}

static CURVES: [Curve; 2] = [
    Curve {
        signing: &signature::ECDSA_P256_SHA256_ASN1_SIGNING,
        algorithm: alg_id::ECDSA_P256,
        schemes: &[SignatureScheme::ECDSA_SECP256R1_SHA256],
    },
    Curve {
        signing: &signature::ECDSA_P384_SHA384_ASN1_SIGNING,
        algorithm: alg_id::ECDSA_P384,
        schemes: &[SignatureScheme::ECDSA_SECP384R1_SHA384],
    },
];

impl Curve {
    /// The key in `pkcs8`, if it is one for this curve.
    fn key(&self, pkcs8: &[u8]) -> Option<Key> {
        Some(Key {
            pair: Pair::Ecdsa(library::ecdsa_from_pkcs8(self.signing, pkcs8)?),
            algorithm: self.algorithm,
            schemes: self.schemes,
        })
    }
}

impl SigningKey for Key {
    fn schemes(&self) -> &[SignatureScheme] {
        self.schemes
    }

    fn sign(&self, scheme: SignatureScheme, message: &[u8]) -> Result<Vec<u8>, Error> {
        if !self.schemes.contains(&scheme) {
            return Err(Error::General(format!("the key cannot sign with {scheme}")));
        }
        let failed = |_| Error::General("the key has failed to sign".into());
        let random = rand::SystemRandom::new();
        match &self.pair {
            Pair::Rsa(pair) => {
                let encoding: &dyn signature::RsaEncoding = match scheme {
                    SignatureScheme::RSA_PSS_RSAE_SHA512 => &signature::RSA_PSS_SHA512,
                    SignatureScheme::RSA_PSS_RSAE_SHA384 => &signature::RSA_PSS_SHA384,
                    _ => &signature::RSA_PSS_SHA256,
                };
                let mut signed = vec![0; library::rsa_signature_length(pair)];
                pair.sign(encoding, &random, message, &mut signed)
                    .map_err(failed)?;
                Ok(signed)
            }
            Pair::Ecdsa(pair) => {
                let signed = pair.sign(&random, message).map_err(failed)?;
                Ok(signed.as_ref().to_vec())
            }
            Pair::Ed25519(pair) => Ok(pair.sign(message).as_ref().to_vec()),
        }
    }

    fn public_key(&self) -> Option<SubjectPublicKeyInfoDer<'_>> {
        let public_key = match &self.pair {
            Pair::Rsa(pair) => pair.public_key().as_ref(),
            Pair::Ecdsa(pair) => pair.public_key().as_ref(),
            Pair::Ed25519(pair) => pair.public_key().as_ref(),
        };
        Some(der::subject_public_key_info(self.algorithm, public_key))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Key")
            .field("schemes", &self.schemes)
            .finish_non_exhaustive()
    }
}
