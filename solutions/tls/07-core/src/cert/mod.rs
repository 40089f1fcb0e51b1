//! This side's certificates, and which of them to present.

mod client;
mod server;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use pki_types::{CertificateDer, PrivateKeyDer};
use webpki::EndEntityCert;

pub use client::{CredentialRequest, ResolvesClientCert};
pub(crate) use client::{NoClientCert, SingleClientCert};
pub(crate) use server::SingleServerCert;
pub use server::{ClientHello, ResolvesServerCert, ResolvesServerCertUsingSni};

use crate::crypto::{CryptoProvider, SigningKey};
use crate::verify::certificate_error;
use crate::{Error, SignatureScheme};

/// A certificate with the path that leads to it, and its private key.
#[derive(Debug, Clone)]
pub struct CertifiedKey {
    /// The certificate of the key, and behind it those that lead to a root; the root
    /// itself may be left out.
    pub cert: Vec<CertificateDer<'static>>,
    /// The key of the first certificate.
    pub key: Arc<dyn SigningKey>,
}

impl CertifiedKey {
    /// The two as they are. [`keys_match`](Self::keys_match) tells whether they belong
    /// together.
    pub fn new(cert: Vec<CertificateDer<'static>>, key: Arc<dyn SigningKey>) -> Self {
        Self { cert, key }
    }

    /// Loads the key with the provider, and makes sure that it is the certificate's.
    ///
    /// Files in PEM are read with `CertificateDer::pem_file_iter` and
    /// `PrivateKeyDer::from_pem_file` of [`pki_types::pem::PemObject`].
    ///
    /// # Errors
    ///
    /// What [`keys_match`](Self::keys_match) and
    /// [`KeyProvider::load_private_key`](crate::crypto::KeyProvider::load_private_key) say.
    pub fn from_der(
        cert_chain: Vec<CertificateDer<'static>>,
        key: PrivateKeyDer<'static>,
        provider: &CryptoProvider,
    ) -> Result<Self, Error> {
        let certified = Self::new(cert_chain, provider.key_provider.load_private_key(key)?);
        certified.keys_match()?;
        Ok(certified)
    }

    /// The certificate of the key.
    ///
    /// # Errors
    ///
    /// [`Error::General`] if there is none.
    pub fn end_entity_cert(&self) -> Result<&CertificateDer<'static>, Error> {
        self.cert
            .first()
            .ok_or_else(|| Error::General("a chain without a certificate".into()))
    }

    /// Whether the key is the certificate's. A key that does not tell its public half is
    /// taken on trust.
    ///
    /// # Errors
    ///
    /// - [`Error::InconsistentKeys`] if it is not.
    /// - [`Error::General`] if there is no certificate.
    /// - [`Error::InvalidCertificate`] if it cannot be decoded.
    pub fn keys_match(&self) -> Result<(), Error> {
        let end_entity =
            EndEntityCert::try_from(self.end_entity_cert()?).map_err(certificate_error)?;
        match self.key.public_key() {
            Some(public_key) if public_key != end_entity.subject_public_key_info() => {
                Err(Error::InconsistentKeys)
            }
            _ => Ok(()),
        }
    }

    /// What there is to present: nothing without a certificate.
    pub(crate) fn presentable(self: Arc<Self>) -> Option<Arc<Self>> {
        (!self.cert.is_empty()).then_some(self)
    }

    /// About how many bytes the messages take that prove this identity.
    pub(crate) fn encoded_length(&self) -> usize {
        /// Frames, a large signature, and a Finished.
        const PROOF: usize = 768;
        PROOF + self.cert.iter().map(|der| 8 + der.len()).sum::<usize>()
    }

    /// The scheme to sign the handshake with: the key's best that the peer offers.
    pub(crate) fn choose_scheme(
        &self,
        offered: impl Iterator<Item = SignatureScheme>,
    ) -> Option<SignatureScheme> {
        let ours = self.key.schemes();
        let best = offered
            .filter(|scheme| scheme.signs_handshakes())
            .filter_map(|scheme| ours.iter().position(|one| *one == scheme))
            .min()?;
        Some(ours[best])
    }
}
