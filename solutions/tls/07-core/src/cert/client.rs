//! Which certificate a client presents.

use core::fmt::Debug;
use std::sync::Arc;

use codec::Vector;

use super::CertifiedKey;
use crate::SignatureScheme;
use crate::msgs::{DistinguishedName, SignatureSchemes};

/// What a server wants of a client's certificate. It borrows from the server's message.
#[derive(Debug, Clone, Copy)]
pub struct CredentialRequest<'a> {
    signature_schemes: SignatureSchemes<'a>,
    authorities: Option<Vector<'a, DistinguishedName<'a>, 3, 0xffff>>,
}

impl<'a> CredentialRequest<'a> {
    pub(crate) fn new(
        signature_schemes: SignatureSchemes<'a>,
        authorities: Option<Vector<'a, DistinguishedName<'a>, 3, 0xffff>>,
    ) -> Self {
        Self {
            signature_schemes,
            authorities,
        }
    }

    /// The schemes of signatures that the server accepts, its best first.
    pub fn signature_schemes(&self) -> impl Iterator<Item = SignatureScheme> + use<'a> {
        self.signature_schemes.iter()
    }

    /// The authorities whose certificates the server accepts, as distinguished names in
    /// DER. None means that it does not say.
    pub fn root_hint_subjects(&self) -> impl Iterator<Item = &'a [u8]> + use<'a> {
        self.authorities
            .into_iter()
            .flat_map(|names| names.iter().map(|name| name.bytes()))
    }
}

/// Chooses the certificate that a client presents when a server asks for one.
pub trait ResolvesClientCert: Debug + Send + Sync {
    /// The certificate for this server. With `None` the client answers that it has none,
    /// and the server decides whether to go on. A chain without a certificate is as good
    /// as `None`.
    ///
    /// The key must be able to sign with one of the server's schemes: if not, the client
    /// answers in the same way.
    fn resolve(&self, request: &CredentialRequest<'_>) -> Option<Arc<CertifiedKey>>;

    /// Whether there is any certificate at all.
    fn has_certs(&self) -> bool;
}

/// The same certificate for every server that asks.
#[derive(Debug)]
pub(crate) struct SingleClientCert(pub(crate) Arc<CertifiedKey>);

impl ResolvesClientCert for SingleClientCert {
    fn resolve(&self, _request: &CredentialRequest<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.0))
    }

    fn has_certs(&self) -> bool {
        true
    }
}

/// No certificate.
#[derive(Debug)]
pub(crate) struct NoClientCert;

impl ResolvesClientCert for NoClientCert {
    fn resolve(&self, _request: &CredentialRequest<'_>) -> Option<Arc<CertifiedKey>> {
        None
    }

    fn has_certs(&self) -> bool {
        false
    }
}
