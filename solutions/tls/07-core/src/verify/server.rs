//! Servers' certificates, which a client verifies.

use core::fmt::Debug;
use std::sync::Arc;

use pki_types::{CertificateDer, CertificateRevocationListDer, ServerName, UnixTime};
use webpki::{
    EndEntityCert, ExpirationPolicy, KeyUsage, RevocationCheckDepth, UnknownStatusPolicy,
};

use super::chain::Chain;
use super::revocation::{Revocation, WantedRevocation};
use super::{HandshakeSignatureValid, RootCertStore, VerifierBuilderError, certificate_error};
use crate::crypto::CryptoProvider;
use crate::{Error, SignatureScheme};

/// Says that a server's certificate is accepted. Only who has verified it may say so.
#[derive(Debug)]
pub struct ServerCertVerified(());

impl ServerCertVerified {
    /// Says so.
    pub fn assertion() -> Self {
        Self(())
    }
}

/// Decides whether a server is the one that the client wants to speak to.
pub trait ServerCertVerifier: Debug + Send + Sync {
    /// Verifies that `end_entity` is `server_name`'s, and trustworthy at the time `now`.
    ///
    /// `intermediates` are the server's other certificates, in no order to be relied
    /// upon. `ocsp_response` is empty if there is none; TLS 1.3 of this core asks for none.
    ///
    /// # Errors
    ///
    /// Ends the handshake; [`Error::alert`] decides what the server is told.
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error>;

    /// Verifies that `signature` is one of `message` by the key of `cert`. Without this
    /// check anyone could present anyone's certificate.
    ///
    /// [`verify_tls13_signature`](super::verify_tls13_signature) does it.
    ///
    /// # Errors
    ///
    /// As with [`verify_server_cert`](Self::verify_server_cert).
    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        scheme: SignatureScheme,
        signature: &[u8],
    ) -> Result<HandshakeSignatureValid, Error>;

    /// The schemes of signatures that can be verified, in certificates or in the
    /// handshake, the best first.
    fn supported_verify_schemes(&self) -> &[SignatureScheme];
}

/// Accepts a server whose certificate leads to a root, through webpki.
#[derive(Debug)]
pub struct WebPkiServerVerifier {
    chain: Chain,
}

impl WebPkiServerVerifier {
    /// Starts to build one.
    pub fn builder_with_provider(
        roots: Arc<RootCertStore>,
        provider: Arc<CryptoProvider>,
    ) -> ServerCertVerifierBuilder {
        ServerCertVerifierBuilder {
            roots,
            provider,
            revocation: WantedRevocation::default(),
        }
    }

    /// One that looks up no revocation list.
    pub(crate) fn without_revocation(roots: Arc<RootCertStore>, provider: &CryptoProvider) -> Self {
        Self {
            chain: Chain::new(roots, Revocation::NONE, provider),
        }
    }
}

impl ServerCertVerifier for WebPkiServerVerifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let end_entity = EndEntityCert::try_from(end_entity).map_err(certificate_error)?;
        self.chain
            .verify(&end_entity, intermediates, now, KeyUsage::server_auth())?;
        end_entity
            .verify_is_valid_for_subject_name(server_name)
            .map_err(certificate_error)?;
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        scheme: SignatureScheme,
        signature: &[u8],
    ) -> Result<HandshakeSignatureValid, Error> {
        self.chain
            .verify_tls13_signature(message, cert, scheme, signature)
    }

    fn supported_verify_schemes(&self) -> &[SignatureScheme] {
        self.chain.schemes()
    }
}

/// Builds a [`WebPkiServerVerifier`].
#[derive(Debug, Clone)]
#[must_use = "a builder builds nothing until its last step"]
pub struct ServerCertVerifierBuilder {
    roots: Arc<RootCertStore>,
    provider: Arc<CryptoProvider>,
    revocation: WantedRevocation,
}

impl ServerCertVerifierBuilder {
    /// Adds revocation lists. With one or more, every certificate of the path but the
    /// root must be found not to be revoked.
    pub fn with_crls(
        mut self,
        crls: impl IntoIterator<Item = CertificateRevocationListDer<'static>>,
    ) -> Self {
        self.revocation.crls.extend(crls);
        self
    }

    /// Looks up the server's own certificate only, not those on the path above it.
    pub fn only_check_end_entity_revocation(mut self) -> Self {
        self.revocation.depth = RevocationCheckDepth::EndEntity;
        self
    }

    /// Accepts a certificate about which no list says anything.
    pub fn allow_unknown_revocation_status(mut self) -> Self {
        self.revocation.unknown = UnknownStatusPolicy::Allow;
        self
    }

    /// Does not believe a list whose next update is overdue.
    pub fn enforce_revocation_expiration(mut self) -> Self {
        self.revocation.expiration = ExpirationPolicy::Enforce;
        self
    }

    /// The verifier.
    ///
    /// # Errors
    ///
    /// See [`VerifierBuilderError`].
    pub fn build(self) -> Result<Arc<WebPkiServerVerifier>, VerifierBuilderError> {
        if self.roots.is_empty() {
            return Err(VerifierBuilderError::NoRootAnchors);
        }
        Ok(Arc::new(WebPkiServerVerifier {
            chain: Chain::new(self.roots, self.revocation.build()?, &self.provider),
        }))
    }
}
