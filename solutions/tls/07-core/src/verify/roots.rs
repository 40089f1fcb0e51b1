//! The roots of trust.

use pki_types::{CertificateDer, TrustAnchor};

use super::{DistinguishedName, certificate_error};
use crate::Error;

/// The certificates that are trusted without further proof.
///
/// A file of them is read with `CertificateDer::pem_file_iter` of
/// [`pki_types::pem::PemObject`].
#[derive(Debug, Clone, Default)]
pub struct RootCertStore {
    /// What is kept of each: its name, its key, and the names that it may certify.
    pub roots: Vec<TrustAnchor<'static>>,
}

impl RootCertStore {
    /// A store without a root.
    pub fn empty() -> Self {
        Self::default()
    }

    /// Adds a root.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidCertificate`] if it is not a certificate.
    pub fn add(&mut self, der: CertificateDer<'_>) -> Result<(), Error> {
        let anchor = webpki::anchor_from_trusted_cert(&der).map_err(certificate_error)?;
        self.roots.push(anchor.to_owned());
        Ok(())
    }

    /// Adds the certificates that can be decoded, and leaves out the rest, as a
    /// system's store may hold very old ones. Returns how many were added and how many
    /// left out.
    pub fn add_parsable_certificates<'a>(
        &mut self,
        certificates: impl IntoIterator<Item = CertificateDer<'a>>,
    ) -> (usize, usize) {
        let (mut added, mut ignored) = (0, 0);
        for der in certificates {
            match self.add(der) {
                Ok(()) => added += 1,
                Err(_) => ignored += 1,
            }
        }
        (added, ignored)
    }

    /// The names of the roots, which a server can tell its clients.
    pub fn subjects(&self) -> Vec<DistinguishedName> {
        self.roots.iter().map(DistinguishedName::from).collect()
    }

    /// How many roots there are.
    pub fn len(&self) -> usize {
        self.roots.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.roots.is_empty()
    }
}

impl Extend<TrustAnchor<'static>> for RootCertStore {
    fn extend<T: IntoIterator<Item = TrustAnchor<'static>>>(&mut self, anchors: T) {
        self.roots.extend(anchors);
    }
}

impl FromIterator<TrustAnchor<'static>> for RootCertStore {
    fn from_iter<T: IntoIterator<Item = TrustAnchor<'static>>>(anchors: T) -> Self {
        Self {
            roots: anchors.into_iter().collect(),
        }
    }
}
