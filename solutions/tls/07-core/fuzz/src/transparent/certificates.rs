//! Certificates that prove nothing, and verifiers that believe them.

use std::sync::Arc;

use tls_core::client::{
    CredentialRequest, ResolvesClientCert, ServerCertVerified, ServerCertVerifier,
};
use tls_core::crypto::SigningKey;
use tls_core::pki_types::{CertificateDer, ServerName, UnixTime};
use tls_core::server::{ClientCertVerified, ClientCertVerifier, ClientHello, ResolvesServerCert};
use tls_core::{
    CertificateError, CertifiedKey, DistinguishedName, Error, HandshakeSignatureValid,
    SignatureScheme,
};

const SCHEMES: &[SignatureScheme] = &[SignatureScheme::ED25519];

/// A chain of two, and a key that signs with a text.
pub(crate) fn certified_key() -> CertifiedKey {
    let chain = [&b"my own certificate"[..], b"that of my issuer"];
    CertifiedKey::new(
        chain.map(CertificateDer::from).to_vec(),
        Arc::new(Text(b"signed")),
    )
}

#[derive(Debug)]
struct Text(&'static [u8]);

impl SigningKey for Text {
    fn schemes(&self) -> &[SignatureScheme] {
        SCHEMES
    }

    fn sign(&self, _scheme: SignatureScheme, _message: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(self.0.to_vec())
    }
}

/// Presents the same certificate to anybody, or none.
#[derive(Debug)]
pub(crate) struct Anybody(pub(crate) Option<Arc<CertifiedKey>>);

impl ResolvesServerCert for Anybody {
    fn resolve(&self, client_hello: &ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        // Whoever asks for no name has none: that refusal is to be reached too.
        client_hello.server_name().and(self.0.clone())
    }
}

impl ResolvesClientCert for Anybody {
    fn resolve(&self, request: &CredentialRequest<'_>) -> Option<Arc<CertifiedKey>> {
        for name in request.root_hint_subjects() {
            assert!(!name.is_empty(), "a name has at least one byte");
        }
        self.0.clone()
    }

    fn has_certs(&self) -> bool {
        self.0.is_some()
    }
}

/// Believes everything, but for what is empty.
#[derive(Debug)]
pub(crate) struct Anything {
    pub(crate) asks_clients: bool,
    pub(crate) insists: bool,
}

fn believe(end_entity: &CertificateDer<'_>) -> Result<(), Error> {
    match end_entity.first() {
        // Refusals are to be reached too.
        None | Some(0) => Err(CertificateError::BadEncoding.into()),
        Some(_) => Ok(()),
    }
}

fn believe_signature(signature: &[u8]) -> Result<HandshakeSignatureValid, Error> {
    match signature {
        [] => Err(Error::DecryptError("signature")),
        _ => Ok(HandshakeSignatureValid::assertion()),
    }
}

impl ServerCertVerifier for Anything {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        believe(end_entity).map(|()| ServerCertVerified::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _scheme: SignatureScheme,
        signature: &[u8],
    ) -> Result<HandshakeSignatureValid, Error> {
        believe_signature(signature)
    }

    fn supported_verify_schemes(&self) -> &[SignatureScheme] {
        SCHEMES
    }
}

impl ClientCertVerifier for Anything {
    fn offer_client_auth(&self) -> bool {
        self.asks_clients
    }

    fn client_auth_mandatory(&self) -> bool {
        self.insists
    }

    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _now: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        believe(end_entity).map(|()| ClientCertVerified::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _scheme: SignatureScheme,
        signature: &[u8],
    ) -> Result<HandshakeSignatureValid, Error> {
        believe_signature(signature)
    }

    fn supported_verify_schemes(&self) -> &[SignatureScheme] {
        SCHEMES
    }
}
