//! Revocation lists, and what to do without a word about a certificate.

use pki_types::CertificateRevocationListDer;
use webpki::{
    CertRevocationList, ExpirationPolicy, OwnedCertRevocationList, RevocationCheckDepth,
    RevocationOptionsBuilder, UnknownStatusPolicy,
};

use super::VerifierBuilderError;

/// What a builder has been told about revocation.
#[derive(Debug, Clone)]
pub(super) struct WantedRevocation {
    pub(super) crls: Vec<CertificateRevocationListDer<'static>>,
    pub(super) depth: RevocationCheckDepth,
    pub(super) unknown: UnknownStatusPolicy,
    pub(super) expiration: ExpirationPolicy,
}

impl Default for WantedRevocation {
    fn default() -> Self {
        Self {
            crls: Vec::new(),
            depth: RevocationCheckDepth::Chain,
            unknown: UnknownStatusPolicy::Deny,
            expiration: ExpirationPolicy::Ignore,
        }
    }
}

impl WantedRevocation {
    pub(super) fn build(self) -> Result<Revocation, VerifierBuilderError> {
        let lists = self
            .crls
            .iter()
            .map(|der| OwnedCertRevocationList::from_der(der).map(CertRevocationList::from))
            .collect::<Result<Vec<_>, _>>()
            .map_err(|_| VerifierBuilderError::InvalidCrl)?;
        Ok(Revocation {
            lists,
            depth: self.depth,
            unknown: self.unknown,
            expiration: self.expiration,
        })
    }
}

/// Decoded lists. Without one nothing is looked up.
#[derive(Debug)]
pub(super) struct Revocation {
    lists: Vec<CertRevocationList<'static>>,
    depth: RevocationCheckDepth,
    unknown: UnknownStatusPolicy,
    expiration: ExpirationPolicy,
}

impl Revocation {
    /// No list.
    pub(super) const NONE: Self = Self {
        lists: Vec::new(),
        depth: RevocationCheckDepth::Chain,
        unknown: UnknownStatusPolicy::Deny,
        expiration: ExpirationPolicy::Ignore,
    };

    /// Calls `verify` with the options for webpki, which borrow from a list of references.
    pub(super) fn with_options<T>(
        &self,
        verify: impl FnOnce(Option<webpki::RevocationOptions<'_>>) -> T,
    ) -> T {
        let lists: Vec<&CertRevocationList<'_>> = self.lists.iter().collect();
        let options = RevocationOptionsBuilder::new(&lists).ok().map(|builder| {
            builder
                .with_depth(self.depth)
                .with_status_policy(self.unknown)
                .with_expiration_policy(self.expiration)
                .build()
        });
        verify(options)
    }
}
