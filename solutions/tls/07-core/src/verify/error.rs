//! Why there is no path, or no verifier.

use core::fmt;

use crate::CertificateError;

/// What webpki says, in our terms, which decide about the alert.
pub(crate) fn certificate_error(error: webpki::Error) -> CertificateError {
    use webpki::Error as E;
    match error {
        E::BadDer
        | E::BadDerTime
        | E::EmptyEkuExtension
        | E::ExtensionValueInvalid
        | E::InvalidCertValidity
        | E::InvalidNetworkMaskConstraint
        | E::InvalidSerialNumber
        | E::MalformedDnsIdentifier
        | E::MalformedExtensions
        | E::MalformedNameConstraint
        | E::SignatureAlgorithmMismatch
        | E::TrailingData(_) => CertificateError::BadEncoding,
        E::CertExpired { .. } => CertificateError::Expired,
        E::CertNotValidYet { .. } => CertificateError::NotValidYet,
        E::CertRevoked => CertificateError::Revoked,
        E::UnknownIssuer => CertificateError::UnknownIssuer,
        E::InvalidSignatureForPublicKey => CertificateError::BadSignature,
        E::UnsupportedSignatureAlgorithmContext(_)
        | E::UnsupportedSignatureAlgorithmForPublicKeyContext(_) => {
            CertificateError::UnsupportedSignatureAlgorithm
        }
        E::CertNotValidForName(_) | E::UnsupportedNameType => CertificateError::NotValidForName,
        E::RequiredEkuNotFoundContext(_) => CertificateError::InvalidPurpose,
        E::CaUsedAsEndEntity => CertificateError::CaUsedAsEndEntity,
        // A list that cannot be believed says nothing about the certificate.
        E::UnknownRevocationStatus
        | E::CrlExpired { .. }
        | E::InvalidCrlSignatureForPublicKey
        | E::IssuerNotCrlSigner
        | E::UnsupportedCrlSignatureAlgorithmContext(_)
        | E::UnsupportedCrlSignatureAlgorithmForPublicKeyContext(_) => {
            CertificateError::UnknownRevocationStatus
        }
        _ => CertificateError::Other,
    }
}

/// Why a verifier cannot be built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifierBuilderError {
    /// Without a root nothing would be accepted.
    NoRootAnchors,
    /// A revocation list cannot be decoded, or is of a kind that webpki does not know.
    InvalidCrl,
}

impl fmt::Display for VerifierBuilderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoRootAnchors => "there is no root certificate",
            Self::InvalidCrl => "a revocation list cannot be used",
        })
    }
}

impl core::error::Error for VerifierBuilderError {}
