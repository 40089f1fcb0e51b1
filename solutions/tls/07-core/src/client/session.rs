//! Sessions that a client can resume.

use core::fmt::Debug;
use core::ptr;
use std::sync::{Arc, Weak};

use pki_types::{CertificateDer, ServerName, UnixTime};

use super::{ClientConfig, ServerCertVerifier};
use crate::cert::ResolvesClientCert;
use crate::common::Negotiated;
use crate::config::MAX_LENGTH_IN_HELLO;
use crate::crypto::Tls13CipherSuite;
use crate::msgs::NewSessionTicket;
use crate::ticket::lifetime_left;
use crate::{NamedGroup, Secret};

/// A session that a client can resume: a `NewSessionTicket` (RFC 8446, section 4.6.1) and
/// what it stands for.
///
/// It is used once, so that nobody can tell by the ticket that two connections are the
/// same client's (section C.4). It does not outlive its process.
#[derive(Debug)]
pub struct Tls13ClientSession {
    /// The suite of the connection that the ticket came on. Its hash is the PSK's.
    pub(crate) suite: &'static Tls13CipherSuite,
    /// The PSK.
    pub(crate) secret: Secret,
    /// The PSK's identity: what the server sent.
    pub(crate) ticket: Vec<u8>,
    /// Hides the ticket's age on the wire.
    pub(crate) age_add: u32,
    /// When the server has proved who it is: in the handshake that the session goes back to.
    pub(crate) authenticated_at: UnixTime,
    /// In seconds, at most what is left of seven days from then on.
    pub(crate) lifetime: u32,
    pub(crate) received_at: UnixTime,
    /// The server's certificates, if they were kept.
    pub(crate) peer_certificates: Option<Arc<[CertificateDer<'static>]>>,
    /// Who accepted the server. Weak, as a session must not keep a configuration alive;
    /// the address stays taken as long as there is a weak reference.
    verifier: Weak<dyn ServerCertVerifier>,
    /// Who chose the certificate that the client presented.
    resolver: Weak<dyn ResolvesClientCert>,
}

impl Tls13ClientSession {
    /// `None` if the ticket is not to be kept: it has no lifetime left, no bytes, or more of them
    /// than a hello has room for.
    pub(crate) fn new(
        config: &ClientConfig,
        suite: &'static Tls13CipherSuite,
        secret: Secret,
        new: &NewSessionTicket<'_>,
        received_at: UnixTime,
        negotiated: &Negotiated,
    ) -> Option<Self> {
        let authenticated_at = negotiated.authenticated_at?;
        let lifetime = new
            .ticket_lifetime
            .min(lifetime_left(authenticated_at, received_at));
        let lengths = 1..=MAX_LENGTH_IN_HELLO;
        if lifetime == 0 || !lengths.contains(&new.ticket.len()) {
            return None;
        }
        Some(Self {
            suite,
            secret,
            ticket: new.ticket.to_vec(),
            age_add: new.ticket_age_add,
            lifetime,
            received_at,
            authenticated_at,
            peer_certificates: negotiated.peer_certificates.clone(),
            verifier: Arc::downgrade(&config.verifier),
            resolver: Arc::downgrade(&config.client_auth_cert_resolver),
        })
    }

    /// Whether the server would no longer accept it at the time `now`.
    pub(crate) fn has_expired(&self, now: UnixTime) -> bool {
        // A clock that has gone back says nothing about the age.
        match self.age(now) {
            Some(age) => age >= u64::from(self.lifetime),
            None => true,
        }
    }

    /// `obfuscated_ticket_age` (RFC 8446, section 4.2.11): the age in milliseconds, of
    /// which the clock has but whole seconds, plus a number that hides it.
    pub(crate) fn obfuscated_ticket_age(&self, now: UnixTime) -> u32 {
        let milliseconds = self.age(now).unwrap_or(0).saturating_mul(1000);
        // At most seven days for a session that has not expired: less than 2^32.
        (milliseconds as u32).wrapping_add(self.age_add)
    }

    /// In seconds.
    fn age(&self, now: UnixTime) -> Option<u64> {
        now.as_secs().checked_sub(self.received_at.as_secs())
    }

    /// Whether it can be offered on a connection of that configuration.
    pub(crate) fn is_usable(&self, config: &ClientConfig, now: UnixTime) -> bool {
        !self.has_expired(now)
            && ptr::addr_eq(self.verifier.as_ptr(), Arc::as_ptr(&config.verifier))
            && ptr::addr_eq(
                self.resolver.as_ptr(),
                Arc::as_ptr(&config.client_auth_cert_resolver),
            )
            && config.find_cipher_suite(self.suite.suite).is_some()
    }
}

/// Keeps a client's sessions.
///
/// What it keeps is the configuration's: a session is not resumed under another.
pub trait ClientSessionStore: Debug + Send + Sync {
    /// Remembers the group that a server chose.
    fn set_kx_hint(&self, server_name: &ServerName<'static>, group: NamedGroup);

    /// The group that a server chose last, if it is remembered. A wrong hint costs a
    /// round trip.
    fn kx_hint(&self, server_name: &ServerName<'static>) -> Option<NamedGroup>;

    /// Keeps a session with a server, beside earlier ones.
    fn insert_tls13_ticket(&self, server_name: &ServerName<'static>, session: Tls13ClientSession);

    /// Takes out a session with a server, best the youngest.
    fn take_tls13_ticket(&self, server_name: &ServerName<'static>) -> Option<Tls13ClientSession>;
}

#[cfg(test)]
#[path = "session_tests.rs"]
mod tests;
