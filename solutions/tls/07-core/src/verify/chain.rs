//! What the verifiers of both sides have in common.

use std::sync::Arc;

use pki_types::{CertificateDer, UnixTime};
use webpki::{EndEntityCert, KeyUsage};

use super::revocation::Revocation;
use super::{HandshakeSignatureValid, RootCertStore, certificate_error, verify_tls13_signature};
use crate::crypto::{CryptoProvider, WebPkiSupportedAlgorithms};
use crate::{Error, SignatureScheme};

/// Looks for a path from a certificate to a root.
#[derive(Debug)]
pub(super) struct Chain {
    roots: Arc<RootCertStore>,
    revocation: Revocation,
    algorithms: WebPkiSupportedAlgorithms,
    schemes: Vec<SignatureScheme>,
}

impl Chain {
    pub(super) fn new(
        roots: Arc<RootCertStore>,
        revocation: Revocation,
        provider: &CryptoProvider,
    ) -> Self {
        let algorithms = provider.signature_verification_algorithms;
        Self {
            roots,
            revocation,
            algorithms,
            schemes: algorithms.supported_schemes().collect(),
        }
    }

    /// Looks for a path on which every certificate is good for `usage` at the time `now`.
    pub(super) fn verify(
        &self,
        end_entity: &EndEntityCert<'_>,
        intermediates: &[CertificateDer<'_>],
        now: UnixTime,
        usage: KeyUsage,
    ) -> Result<(), Error> {
        self.revocation.with_options(|revocation| {
            end_entity
                .verify_for_usage(
                    self.algorithms.all,
                    &self.roots.roots,
                    intermediates,
                    now,
                    usage,
                    revocation,
                    None,
                )
                .map(|_path| ())
                .map_err(|error| certificate_error(error).into())
        })
    }

    pub(super) fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        scheme: SignatureScheme,
        signature: &[u8],
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, cert, scheme, signature, &self.algorithms)
    }

    pub(super) fn schemes(&self) -> &[SignatureScheme] {
        &self.schemes
    }
}
