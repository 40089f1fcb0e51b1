//! Private keys, and what signs with them.

use core::fmt::Debug;
use std::sync::Arc;

use pki_types::{PrivateKeyDer, SubjectPublicKeyInfoDer};

use crate::{Error, SignatureScheme};

/// Loads private keys.
pub trait KeyProvider: Send + Sync + Debug {
    /// Makes a key ready to sign. The DER is wiped, as far as it lies in memory of its own.
    ///
    /// # Errors
    ///
    /// [`Error::General`] if it is not a key, or not one that this provider can sign with.
    fn load_private_key(
        &self,
        key_der: PrivateKeyDer<'static>,
    ) -> Result<Arc<dyn SigningKey>, Error>;
}

/// A private key that is ready to sign.
pub trait SigningKey: Send + Sync + Debug {
    /// What it can sign a `CertificateVerify` with in TLS 1.3, the best first.
    fn schemes(&self) -> &[SignatureScheme];

    /// Signs `message`.
    ///
    /// # Errors
    ///
    /// [`Error::General`] if `scheme` is none of [`schemes`](Self::schemes), or the
    /// operation fails.
    fn sign(&self, scheme: SignatureScheme, message: &[u8]) -> Result<Vec<u8>, Error>;

    /// The public key, so that one can see whether a certificate is for it.
    ///
    /// `None` from a key that cannot tell.
    fn public_key(&self) -> Option<SubjectPublicKeyInfoDer<'_>> {
        None
    }
}
