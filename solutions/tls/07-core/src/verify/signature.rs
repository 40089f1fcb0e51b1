//! Signatures in the handshake.

use pki_types::CertificateDer;
use webpki::EndEntityCert;

use super::certificate_error;
use crate::crypto::WebPkiSupportedAlgorithms;
use crate::{Error, PeerMisbehaved, SignatureScheme};

/// Says that a signature in the handshake is right. Only who has verified it may say so.
#[derive(Debug)]
pub struct HandshakeSignatureValid(());

impl HandshakeSignatureValid {
    /// Says so.
    pub fn assertion() -> Self {
        Self(())
    }
}

/// Verifies the signature of a `CertificateVerify` (RFC 8446, section 4.4.3), for
/// verifiers that leave just that to the core.
///
/// `message` is what was signed, with the padding and the context string.
///
/// # Errors
///
/// - [`PeerMisbehaved::SignedWithUnofferedScheme`] if TLS 1.3 does not allow the scheme
///   here, or `algorithms` lacks it.
/// - [`PeerMisbehaved::SignedWithSchemeOfOtherKey`] if it does not go with the
///   certificate's key: TLS 1.3 binds an ECDSA scheme to a curve.
/// - [`Error::InvalidCertificate`] if `cert` cannot be decoded.
/// - [`Error::DecryptError`] if the signature is wrong.
pub fn verify_tls13_signature(
    message: &[u8],
    cert: &CertificateDer<'_>,
    scheme: SignatureScheme,
    signature: &[u8],
    algorithms: &WebPkiSupportedAlgorithms,
) -> Result<HandshakeSignatureValid, Error> {
    let algorithm = algorithms
        .for_tls13(scheme)
        .ok_or(PeerMisbehaved::SignedWithUnofferedScheme)?;
    let cert = EndEntityCert::try_from(cert).map_err(certificate_error)?;
    match cert.verify_signature(algorithm, message, signature) {
        Ok(()) => Ok(HandshakeSignatureValid::assertion()),
        Err(webpki::Error::UnsupportedSignatureAlgorithmForPublicKeyContext(_)) => {
            Err(PeerMisbehaved::SignedWithSchemeOfOtherKey.into())
        }
        Err(_) => Err(Error::DecryptError("signature")),
    }
}
