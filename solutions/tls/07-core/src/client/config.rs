//! What a client's connections have in common.

use std::sync::Arc;

use codec::CipherSuite;
use pki_types::{ServerName, UnixTime};

use super::session_cache::MAX_TICKETS_PER_SERVER;
use super::{ClientSessionMemoryCache, ClientSessionStore, ServerCertVerifier, Tls13ClientSession};
use crate::cert::ResolvesClientCert;
use crate::config::{self, ConfigBuilder, MAX_FRAGMENT_SIZE, WantsVerifier};
use crate::crypto::{CryptoProvider, SupportedKxGroup, Tls13CipherSuite};
use crate::key_log::KeyLog;
use crate::time::TimeProvider;
use crate::{Error, NamedGroup};

/// What a client's connections have in common. Make one, and share it.
///
/// The public fields may be changed until then. What is wrong with them is found when a
/// connection is made.
#[derive(Debug, Clone)]
pub struct ClientConfig {
    /// The application protocols to offer, the best first. None by default: the
    /// extension is not sent.
    pub alpn_protocols: Vec<Vec<u8>>,
    /// Whether sessions are resumed, and where they are kept until then.
    pub resumption: Resumption,
    /// The most bytes of plaintext in a record that is sent, 1 to 16384. `None` is 16384.
    ///
    /// Unlike in rustls the record's header does not count.
    pub max_fragment_size: Option<usize>,
    /// Whether servers are told the name of the host that the client wants. True by
    /// default; an IP address is never told.
    pub enable_sni: bool,
    /// Where the secrets go for who has to look into a connection. Nowhere by default.
    pub key_log: Arc<dyn KeyLog>,
    /// The time, against which certificates and sessions are checked.
    pub time_provider: Arc<dyn TimeProvider>,
    /// Which certificate to present.
    pub client_auth_cert_resolver: Arc<dyn ResolvesClientCert>,
    /// Whether the server's certificates can be had after the handshake. True by
    /// default.
    ///
    /// If false they are verified where they lie and never copied, provided that they
    /// arrive in whole records.
    pub keep_peer_certificates: bool,
    pub(crate) provider: Arc<CryptoProvider>,
    pub(crate) verifier: Arc<dyn ServerCertVerifier>,
}

impl ClientConfig {
    /// Starts to build a configuration with that cryptography.
    pub fn builder_with_provider(
        provider: Arc<CryptoProvider>,
    ) -> ConfigBuilder<Self, WantsVerifier> {
        ConfigBuilder::new(provider, WantsVerifier(()))
    }

    /// The cryptography that it uses.
    pub fn crypto_provider(&self) -> &Arc<CryptoProvider> {
        &self.provider
    }

    /// Finds what would make every connection fail.
    pub(crate) fn check(&self) -> Result<(), Error> {
        config::check(&self.provider, &self.alpn_protocols, self.max_fragment_size)?;
        if self.verifier.supported_verify_schemes().is_empty() {
            return Err(Error::General(
                "the verifier supports no scheme of signatures".into(),
            ));
        }
        Ok(())
    }

    /// The time now.
    pub(crate) fn current_time(&self) -> Result<UnixTime, Error> {
        self.time_provider
            .current_time()
            .ok_or(Error::FailedToGetCurrentTime)
    }

    /// The most bytes of plaintext in a record that is sent.
    pub(crate) fn max_fragment_size(&self) -> usize {
        self.max_fragment_size.unwrap_or(MAX_FRAGMENT_SIZE)
    }

    /// The suite of that number, if it is one that the client offers.
    pub(crate) fn find_cipher_suite(
        &self,
        suite: CipherSuite,
    ) -> Option<&'static Tls13CipherSuite> {
        self.provider.find_cipher_suite(suite)
    }

    /// The group of that number, if it is one that the client offers.
    pub(crate) fn find_kx_group(&self, group: NamedGroup) -> Option<&'static dyn SupportedKxGroup> {
        self.provider.find_kx_group(group)
    }

    /// Whether the client can use tickets.
    pub(crate) fn offers_resumption(&self) -> bool {
        self.resumption.store.is_some()
    }

    /// Takes a session that can be offered to that server now. Those that it comes across
    /// and that cannot are dropped.
    pub(crate) fn take_session(
        &self,
        server_name: &ServerName<'static>,
        now: UnixTime,
    ) -> Option<Tls13ClientSession> {
        let store = self.resumption.store.as_ref()?;
        // Bounded, in case that a store has no end of them.
        (0..MAX_TICKETS_PER_SERVER)
            .map_while(|_| store.take_tls13_ticket(server_name))
            .find(|session| session.is_usable(self, now))
    }

    /// Keeps a session to offer it to that server later.
    pub(crate) fn put_session(
        &self,
        server_name: &ServerName<'static>,
        session: Tls13ClientSession,
    ) {
        if let Some(store) = &self.resumption.store {
            store.insert_tls13_ticket(server_name, session);
        }
    }

    /// The group that the server chose last time, to send a share of it at once.
    pub(crate) fn kx_hint(
        &self,
        server_name: &ServerName<'static>,
    ) -> Option<&'static dyn SupportedKxGroup> {
        self.find_kx_group(self.resumption.store.as_ref()?.kx_hint(server_name)?)
    }

    /// Remembers the group that the server chose.
    pub(crate) fn set_kx_hint(&self, server_name: &ServerName<'static>, group: NamedGroup) {
        if let Some(store) = &self.resumption.store {
            store.set_kx_hint(server_name, group);
        }
    }
}

/// Whether a client resumes sessions, and where it keeps them until then.
///
/// A session stands for a server whose certificate has been verified, and for the
/// certificate that the client has presented. So it is resumed only under the
/// configuration that it comes from or a clone of it, also if several share a store.
#[derive(Debug, Clone)]
pub struct Resumption {
    store: Option<Arc<dyn ClientSessionStore>>,
}

impl Resumption {
    /// Keeps sessions of so many servers in memory; see [`ClientSessionMemoryCache`].
    pub fn in_memory_sessions(servers: usize) -> Self {
        Self::store(Arc::new(ClientSessionMemoryCache::new(servers)))
    }

    /// Keeps sessions in `store`.
    pub fn store(store: Arc<dyn ClientSessionStore>) -> Self {
        Self { store: Some(store) }
    }

    /// Resumes no session, and tells servers so.
    pub fn disabled() -> Self {
        Self { store: None }
    }
}

/// Keeps sessions of 256 servers in memory.
impl Default for Resumption {
    fn default() -> Self {
        Self::in_memory_sessions(256)
    }
}
