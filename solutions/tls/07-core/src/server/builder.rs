//! The steps to a server's configuration.

use std::sync::Arc;

use pki_types::{CertificateDer, PrivateKeyDer};

use super::{ClientCertVerifier, NoClientAuth, ServerConfig, ServerSessionMemoryCache};
use crate::Error;
use crate::cert::{CertifiedKey, ResolvesServerCert, SingleServerCert};
use crate::config::{ConfigBuilder, WantsVerifier};
use crate::key_log::NoKeyLog;
use crate::ticket::NoTickets;
use crate::time::DefaultTimeProvider;

/// How many sessions a server keeps in memory unless told otherwise.
const DEFAULT_SESSIONS: usize = 256;

/// How many tickets a server sends unless told otherwise: one for each of two
/// connections that a client may open next.
const DEFAULT_TICKETS: usize = 2;

impl ConfigBuilder<ServerConfig, WantsVerifier> {
    /// Asks no client for a certificate.
    pub fn with_no_client_auth(self) -> ConfigBuilder<ServerConfig, WantsServerCert> {
        self.with_client_cert_verifier(Arc::new(NoClientAuth))
    }

    /// Lets this verifier decide whether clients are asked for a certificate, and which
    /// are accepted.
    pub fn with_client_cert_verifier(
        self,
        verifier: Arc<dyn ClientCertVerifier>,
    ) -> ConfigBuilder<ServerConfig, WantsServerCert> {
        ConfigBuilder::new(self.provider, WantsServerCert { verifier })
    }
}

/// The second step of a server: its own certificate.
#[derive(Debug, Clone)]
pub struct WantsServerCert {
    verifier: Arc<dyn ClientCertVerifier>,
}

impl ConfigBuilder<ServerConfig, WantsServerCert> {
    /// Presents this certificate to every client. The first of the chain is the key's.
    ///
    /// # Errors
    ///
    /// What [`CertifiedKey::from_der`] says.
    pub fn with_single_cert(
        self,
        cert_chain: Vec<CertificateDer<'static>>,
        key_der: PrivateKeyDer<'static>,
    ) -> Result<ServerConfig, Error> {
        let certified = CertifiedKey::from_der(cert_chain, key_der, &self.provider)?;
        Ok(self.with_cert_resolver(Arc::new(SingleServerCert(Arc::new(certified)))))
    }

    /// Presents the certificate that the resolver chooses.
    pub fn with_cert_resolver(self, cert_resolver: Arc<dyn ResolvesServerCert>) -> ServerConfig {
        ServerConfig {
            alpn_protocols: Vec::new(),
            session_storage: Arc::new(ServerSessionMemoryCache::new(DEFAULT_SESSIONS)),
            ticketer: Arc::new(NoTickets),
            cert_resolver,
            key_log: Arc::new(NoKeyLog),
            time_provider: Arc::new(DefaultTimeProvider),
            ignore_client_order: false,
            max_fragment_size: None,
            send_tls13_tickets: DEFAULT_TICKETS,
            keep_peer_certificates: true,
            provider: self.provider,
            verifier: self.state.verifier,
        }
    }
}
