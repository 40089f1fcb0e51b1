//! What signatures are verified with.

use core::fmt;

use pki_types::SignatureVerificationAlgorithm;

use crate::SignatureScheme;

/// The algorithms that verify signatures, in the shape that webpki wants.
#[derive(Clone, Copy)]
pub struct WebPkiSupportedAlgorithms {
    /// All of them, for the signatures in certificates.
    pub all: &'static [&'static dyn SignatureVerificationAlgorithm],
    /// The same by their names in TLS, for what is offered to the peer and for the
    /// signatures in the handshake, the best first.
    ///
    /// A scheme may have several algorithms: TLS 1.2 binds no curve to an ECDSA
    /// scheme. The first of them is the one for TLS 1.3, which does.
    pub mapping: &'static [(
        SignatureScheme,
        &'static [&'static dyn SignatureVerificationAlgorithm],
    )],
}

impl WebPkiSupportedAlgorithms {
    /// The schemes of [`mapping`](Self::mapping), in its order.
    pub fn supported_schemes(&self) -> impl Iterator<Item = SignatureScheme> {
        self.mapping.iter().map(|(scheme, _)| *scheme)
    }

    /// The algorithm that verifies a `CertificateVerify` of TLS 1.3 with that scheme.
    pub fn for_tls13(
        &self,
        scheme: SignatureScheme,
    ) -> Option<&'static dyn SignatureVerificationAlgorithm> {
        let (_, algorithms) = self
            .mapping
            .iter()
            .find(|(named, _)| *named == scheme && scheme.signs_handshakes())?;
        algorithms.first().copied()
    }
}

impl fmt::Debug for WebPkiSupportedAlgorithms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.supported_schemes()).finish()
    }
}
