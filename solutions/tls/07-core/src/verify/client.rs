//! Clients' certificates, which a server may ask for.

use core::fmt::Debug;
use std::sync::Arc;

use pki_types::{CertificateDer, CertificateRevocationListDer, UnixTime};
use webpki::{
    EndEntityCert, ExpirationPolicy, KeyUsage, RevocationCheckDepth, UnknownStatusPolicy,
};

use super::chain::Chain;
use super::revocation::WantedRevocation;
use super::{
    DistinguishedName, HandshakeSignatureValid, RootCertStore, VerifierBuilderError,
    certificate_error,
};
use crate::crypto::CryptoProvider;
use crate::{CertificateError, Error, SignatureScheme};

/// Says that a client's certificate is accepted. Only who has verified it may say so.
#[derive(Debug)]
pub struct ClientCertVerified(());

impl ClientCertVerified {
    /// Says so.
    pub fn assertion() -> Self {
        Self(())
    }
}

/// Decides whether clients are asked for a certificate, and which are accepted.
pub trait ClientCertVerifier: Debug + Send + Sync {
    /// Whether clients are asked for a certificate.
    fn offer_client_auth(&self) -> bool {
        true
    }

    /// Whether a client that is asked must have one.
    fn client_auth_mandatory(&self) -> bool {
        self.offer_client_auth()
    }

    /// The authorities whose certificates are accepted, as far as clients are to know.
    /// None means that a client may send any. With two bytes for each they have room in 60 KiB;
    /// with more of them no connection can be made.
    fn root_hint_subjects(&self) -> &[DistinguishedName];

    /// Verifies that `end_entity` is trustworthy at the time `now`.
    ///
    /// `intermediates` are the client's other certificates, in no order to be relied
    /// upon. What a client with this certificate may do is for the application to
    /// decide.
    ///
    /// # Errors
    ///
    /// Ends the handshake; [`Error::alert`] decides what the client is told.
    fn verify_client_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> Result<ClientCertVerified, Error>;

    /// Verifies that `signature` is one of `message` by the key of `cert`. Without this
    /// check anyone could present anyone's certificate.
    ///
    /// [`verify_tls13_signature`](super::verify_tls13_signature) does it.
    ///
    /// # Errors
    ///
    /// As with [`verify_client_cert`](Self::verify_client_cert).
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

/// Asks no client for a certificate.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoClientAuth;

impl ClientCertVerifier for NoClientAuth {
    fn offer_client_auth(&self) -> bool {
        false
    }

    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    // Who was not asked cannot answer: the states see to it. These stay on the safe side.

    fn verify_client_cert(
        &self,
        _end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _now: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        Err(CertificateError::ApplicationVerificationFailure.into())
    }

    fn verify_tls13_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _scheme: SignatureScheme,
        _signature: &[u8],
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(CertificateError::ApplicationVerificationFailure.into())
    }

    fn supported_verify_schemes(&self) -> &[SignatureScheme] {
        &[]
    }
}

/// Accepts a client whose certificate leads to a root, through webpki.
#[derive(Debug)]
pub struct WebPkiClientVerifier {
    chain: Chain,
    root_hint_subjects: Vec<DistinguishedName>,
    mandatory: bool,
}

impl WebPkiClientVerifier {
    /// Starts to build one. Unless told otherwise it wants a certificate from every
    /// client, and tells them the names of all roots.
    pub fn builder_with_provider(
        roots: Arc<RootCertStore>,
        provider: Arc<CryptoProvider>,
    ) -> ClientCertVerifierBuilder {
        ClientCertVerifierBuilder {
            root_hint_subjects: roots.subjects(),
            roots,
            provider,
            revocation: WantedRevocation::default(),
            mandatory: true,
        }
    }

    /// A verifier that asks no client for a certificate.
    pub fn no_client_auth() -> Arc<dyn ClientCertVerifier> {
        Arc::new(NoClientAuth)
    }
}

impl ClientCertVerifier for WebPkiClientVerifier {
    fn client_auth_mandatory(&self) -> bool {
        self.mandatory
    }

    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &self.root_hint_subjects
    }

    fn verify_client_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        let end_entity = EndEntityCert::try_from(end_entity).map_err(certificate_error)?;
        self.chain
            .verify(&end_entity, intermediates, now, KeyUsage::client_auth())?;
        Ok(ClientCertVerified::assertion())
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

/// Builds a [`WebPkiClientVerifier`].
#[derive(Debug, Clone)]
#[must_use = "a builder builds nothing until its last step"]
pub struct ClientCertVerifierBuilder {
    roots: Arc<RootCertStore>,
    provider: Arc<CryptoProvider>,
    root_hint_subjects: Vec<DistinguishedName>,
    revocation: WantedRevocation,
    mandatory: bool,
}

impl ClientCertVerifierBuilder {
    /// Lets clients without a certificate in, too.
    pub fn allow_unauthenticated(mut self) -> Self {
        self.mandatory = false;
        self
    }

    /// Tells clients no name of an authority.
    pub fn clear_root_hint_subjects(mut self) -> Self {
        self.root_hint_subjects.clear();
        self
    }

    /// Tells clients these names, too.
    pub fn add_root_hint_subjects(
        mut self,
        subjects: impl IntoIterator<Item = DistinguishedName>,
    ) -> Self {
        self.root_hint_subjects.extend(subjects);
        self
    }

    /// Adds revocation lists. With one or more, every certificate of the path but the
    /// root must be found not to be revoked.
    pub fn with_crls(
        mut self,
        crls: impl IntoIterator<Item = CertificateRevocationListDer<'static>>,
    ) -> Self {
        self.revocation.crls.extend(crls);
        self
    }

    /// Looks up the client's own certificate only, not those on the path above it.
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
    pub fn build(self) -> Result<Arc<dyn ClientCertVerifier>, VerifierBuilderError> {
        if self.roots.is_empty() {
            return Err(VerifierBuilderError::NoRootAnchors);
        }
        Ok(Arc::new(WebPkiClientVerifier {
            chain: Chain::new(self.roots, self.revocation.build()?, &self.provider),
            root_hint_subjects: self.root_hint_subjects,
            mandatory: self.mandatory,
        }))
    }
}
