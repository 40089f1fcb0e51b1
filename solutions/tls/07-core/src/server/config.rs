//! What a server's connections have in common.

use std::sync::Arc;

use codec::CipherSuite;
use pki_types::UnixTime;
use zeroize::Zeroizing;

use super::{ClientCertVerifier, ProducesTickets, ServerSessionState, StoresServerSessions};
use crate::Error;
use crate::cert::ResolvesServerCert;
use crate::config::{self, ConfigBuilder, MAX_FRAGMENT_SIZE, MAX_LENGTH_IN_HELLO, WantsVerifier};
use crate::crypto::{CryptoProvider, Tls13CipherSuite};
use crate::key_log::KeyLog;
use crate::msgs::ProtocolNames;
use crate::ticket::MAX_TICKET_LIFETIME;
use crate::time::TimeProvider;

/// How long a session is valid that the server keeps, a day in seconds.
const STORED_SESSION_LIFETIME: u32 = 24 * 60 * 60;

/// The length in bytes of the random number under which a session is kept.
const SESSION_KEY_LENGTH: usize = 32;

/// The longest ticket that is sent. A longer one would hardly fit into the hello that
/// offers it, and one of 2^16 - 1 bytes, the most that a `NewSessionTicket` can have (RFC
/// 8446, section 4.6.1), makes a message that clients may refuse for its length.
const MAX_TICKET_LENGTH: usize = MAX_LENGTH_IN_HELLO;

/// As many bytes of schemes and authorities as fit into a `CertificateRequest`, whose
/// extensions have 2^16 - 1 with all that is around them.
const MAX_REQUEST_LENGTH: usize = 0xf000;

/// What a server's connections have in common. Make one, and share it.
///
/// The public fields may be changed until then. What is wrong with them is found when a
/// connection is made.
#[derive(Debug, Clone)]
pub struct ServerConfig {
    /// The application protocols that the server speaks, the best first. With none, the
    /// default, what clients offer is ignored; with some, a client that offers only
    /// others is refused.
    pub alpn_protocols: Vec<Vec<u8>>,
    /// Where sessions are kept if the ticketer makes no tickets. By default 256 of them,
    /// in memory.
    ///
    /// A session stands for what the client has presented. Configurations that share a
    /// storage accept each other's sessions, and must be of one mind about clients.
    pub session_storage: Arc<dyn StoresServerSessions>,
    /// What seals sessions into tickets. Nothing by default: see
    /// [`TicketRotator`](super::TicketRotator).
    pub ticketer: Arc<dyn ProducesTickets>,
    /// Which certificate to present.
    pub cert_resolver: Arc<dyn ResolvesServerCert>,
    /// Where the secrets go for who has to look into a connection. Nowhere by default.
    pub key_log: Arc<dyn KeyLog>,
    /// The time, against which certificates and sessions are checked.
    pub time_provider: Arc<dyn TimeProvider>,
    /// Whether the server's order of cipher suites counts, and not the client's. False
    /// by default: a client knows whether its processor is good at AES.
    pub ignore_client_order: bool,
    /// The most bytes of plaintext in a record that is sent, 1 to 16384. `None` is 16384.
    ///
    /// Unlike in rustls the record's header does not count.
    pub max_fragment_size: Option<usize>,
    /// How many tickets a client is sent after a handshake, 2 by default. With 0 it is
    /// sent none. Those of another configuration are still honoured, if the two share a
    /// [`ticketer`](Self::ticketer) or a [`session_storage`](Self::session_storage).
    pub send_tls13_tickets: usize,
    /// Whether a client's certificates can be had after the handshake. True by default.
    ///
    /// If false they are verified where they lie and never copied, provided that they
    /// arrive in whole records.
    pub keep_peer_certificates: bool,
    pub(crate) provider: Arc<CryptoProvider>,
    pub(crate) verifier: Arc<dyn ClientCertVerifier>,
}

impl ServerConfig {
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
        if !self.verifier.offer_client_auth() {
            return Ok(());
        }
        let schemes = self.verifier.supported_verify_schemes();
        let authorities = self.verifier.root_hint_subjects().iter();
        let length = 2 * schemes.len()
            + authorities
                .map(|name| 2 + name.as_ref().len())
                .sum::<usize>();
        let wrong = if schemes.is_empty() {
            "the verifier supports no scheme of signatures"
        } else if length > MAX_REQUEST_LENGTH {
            "the verifier names too many authorities"
        } else {
            return Ok(());
        };
        Err(Error::General(wrong.into()))
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

    /// The suite of that number, if it is one of the server's.
    pub(crate) fn find_cipher_suite(
        &self,
        suite: CipherSuite,
    ) -> Option<&'static Tls13CipherSuite> {
        self.provider.find_cipher_suite(suite)
    }

    /// The suite for a client that offers those, by the order that counts.
    pub(crate) fn choose_cipher_suite(
        &self,
        mut offered: impl Iterator<Item = CipherSuite>,
    ) -> Option<&'static Tls13CipherSuite> {
        if !self.ignore_client_order {
            return offered.find_map(|suite| self.find_cipher_suite(suite));
        }
        let suites = &self.provider.cipher_suites;
        let best = offered
            .filter_map(|suite| suites.iter().position(|ours| ours.suite == suite))
            .min()?;
        Some(suites[best])
    }

    /// The application protocol for a client that offers those: the server's best.
    ///
    /// `None` if there is nothing to choose, [`Error::NoApplicationProtocol`] if the two
    /// have none in common (RFC 7301, section 3.2).
    pub(crate) fn choose_alpn(
        &self,
        offered: Option<ProtocolNames<'_>>,
    ) -> Result<Option<&[u8]>, Error> {
        let Some(offered) = offered else {
            return Ok(None);
        };
        if self.alpn_protocols.is_empty() {
            return Ok(None);
        }
        let best = offered
            .iter()
            .filter_map(|name| {
                let name = name.bytes();
                self.alpn_protocols.iter().position(|ours| ours == name)
            })
            .min()
            .ok_or(Error::NoApplicationProtocol)?;
        Ok(Some(&self.alpn_protocols[best]))
    }

    /// How many tickets to send: none if nothing would honour them.
    pub(crate) fn sends_tickets(&self) -> usize {
        if self.ticketer.enabled() || self.session_storage.can_cache() {
            self.send_tls13_tickets
        } else {
            0
        }
    }

    /// How long a new session is valid, in seconds.
    pub(crate) fn ticket_lifetime(&self) -> u32 {
        if self.ticketer.enabled() {
            self.ticketer.lifetime().min(MAX_TICKET_LIFETIME)
        } else {
            STORED_SESSION_LIFETIME
        }
    }

    /// A ticket for a session: the session itself, sealed, or the number under which it
    /// is kept. `None` if there cannot be one now.
    pub(crate) fn issue_ticket(&self, session: &ServerSessionState) -> Option<Vec<u8>> {
        let mut state = session.encode();
        if self.ticketer.enabled() {
            return self
                .ticketer
                .encrypt(&state)
                .filter(|ticket| (1..=MAX_TICKET_LENGTH).contains(&ticket.len()));
        }
        let mut key = vec![0; SESSION_KEY_LENGTH];
        self.provider.secure_random.fill(&mut key).ok()?;
        let state = core::mem::take(&mut *state);
        self.session_storage.put(key.clone(), state).then_some(key)
    }

    /// The session that a ticket stands for, if it can be resumed at the time `now`.
    ///
    /// A session that is kept is taken out, so that its ticket works once.
    pub(crate) fn redeem_ticket(&self, ticket: &[u8], now: UnixTime) -> Option<ServerSessionState> {
        let state = if self.ticketer.enabled() {
            self.ticketer.decrypt(ticket)
        } else if ticket.len() == SESSION_KEY_LENGTH {
            self.session_storage.take(ticket)
        } else {
            None
        };
        let session = ServerSessionState::decode(&Zeroizing::new(state?), &self.provider)?;
        // The client was let in under rules that may have changed since.
        let is_let_in = session.client_authenticated || !self.verifier.client_auth_mandatory();
        (is_let_in && !session.has_expired(now)).then_some(session)
    }
}
