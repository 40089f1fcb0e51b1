//! The steps to a client's configuration.

use std::sync::Arc;

use pki_types::{CertificateDer, PrivateKeyDer};

use super::{ClientConfig, Resumption, ServerCertVerifier, WebPkiServerVerifier};
use crate::Error;
use crate::cert::{CertifiedKey, NoClientCert, ResolvesClientCert, SingleClientCert};
use crate::config::{ConfigBuilder, WantsVerifier};
use crate::key_log::NoKeyLog;
use crate::time::DefaultTimeProvider;
use crate::verify::RootCertStore;

impl ConfigBuilder<ClientConfig, WantsVerifier> {
    /// Accepts servers whose certificates lead to one of these roots.
    ///
    /// Whether a certificate has been revoked is not asked:
    /// [`with_webpki_verifier`](Self::with_webpki_verifier) can. Without a root no server
    /// is accepted.
    pub fn with_root_certificates(
        self,
        roots: impl Into<Arc<RootCertStore>>,
    ) -> ConfigBuilder<ClientConfig, WantsClientCert> {
        let verifier = WebPkiServerVerifier::without_revocation(roots.into(), &self.provider);
        self.with_webpki_verifier(Arc::new(verifier))
    }

    /// Accepts the servers that this verifier accepts.
    pub fn with_webpki_verifier(
        self,
        verifier: Arc<WebPkiServerVerifier>,
    ) -> ConfigBuilder<ClientConfig, WantsClientCert> {
        ConfigBuilder::new(self.provider, WantsClientCert { verifier })
    }

    /// What can make a connection as good as open, if done wrong.
    pub fn dangerous(self) -> DangerousClientConfigBuilder {
        DangerousClientConfigBuilder { builder: self }
    }
}

/// What can make a connection as good as open, if done wrong.
#[derive(Debug, Clone)]
#[must_use = "a builder builds nothing until its last step"]
pub struct DangerousClientConfigBuilder {
    builder: ConfigBuilder<ClientConfig, WantsVerifier>,
}

impl DangerousClientConfigBuilder {
    /// Accepts the servers that the application's own verifier accepts.
    pub fn with_custom_certificate_verifier(
        self,
        verifier: Arc<dyn ServerCertVerifier>,
    ) -> ConfigBuilder<ClientConfig, WantsClientCert> {
        ConfigBuilder::new(self.builder.provider, WantsClientCert { verifier })
    }
}

/// The second step of a client: its own certificate.
#[derive(Debug, Clone)]
pub struct WantsClientCert {
    verifier: Arc<dyn ServerCertVerifier>,
}

impl ConfigBuilder<ClientConfig, WantsClientCert> {
    /// Presents no certificate.
    pub fn with_no_client_auth(self) -> ClientConfig {
        self.with_client_cert_resolver(Arc::new(NoClientCert))
    }

    /// Presents this certificate to every server that asks for one. The first of the
    /// chain is the key's.
    ///
    /// # Errors
    ///
    /// What [`CertifiedKey::from_der`] says.
    pub fn with_client_auth_cert(
        self,
        cert_chain: Vec<CertificateDer<'static>>,
        key_der: PrivateKeyDer<'static>,
    ) -> Result<ClientConfig, Error> {
        let certified = CertifiedKey::from_der(cert_chain, key_der, &self.provider)?;
        Ok(self.with_client_cert_resolver(Arc::new(SingleClientCert(Arc::new(certified)))))
    }

    /// Presents the certificate that the resolver chooses.
    pub fn with_client_cert_resolver(
        self,
        client_auth_cert_resolver: Arc<dyn ResolvesClientCert>,
    ) -> ClientConfig {
        ClientConfig {
            alpn_protocols: Vec::new(),
            resumption: Resumption::default(),
            max_fragment_size: None,
            enable_sni: true,
            key_log: Arc::new(NoKeyLog),
            time_provider: Arc::new(DefaultTimeProvider),
            client_auth_cert_resolver,
            keep_peer_certificates: true,
            provider: self.provider,
            verifier: self.state.verifier,
        }
    }
}
