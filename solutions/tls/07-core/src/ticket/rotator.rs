//! Tickets sealed with keys that change.

use core::fmt;
use core::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

use pki_types::UnixTime;
use zeroize::{Zeroize, Zeroizing};

use super::{MAX_TICKET_LIFETIME, ProducesTickets};
use crate::Error;
use crate::crypto::{Aead, AeadKey, CryptoProvider, NONCE_LENGTH, SecureRandom, TAG_LENGTH};
use crate::time::TimeProvider;

/// How long tickets are valid unless told otherwise, 12 hours in seconds.
const DEFAULT_LIFETIME: u32 = 12 * 60 * 60;

/// With random nonces of 96 bits no key may seal more (NIST SP 800-38D, section 8.3).
const MAX_TICKETS_PER_KEY: u64 = 1 << 32;

const NAME_LENGTH: usize = 16;

/// Seals tickets with a random key, which it replaces as time goes on.
///
/// A key seals for as long as a ticket is valid, and opens for as long again. Who gets
/// hold of it can open the tickets, and with what is in them pretend to be the server
/// to clients that resume. It does not help to read what was recorded, as every
/// resumption of this core has a key exchange of its own.
///
/// The keys live in this value alone, and end with it. A ticket is the key's name, a
/// random nonce, and the session, sealed with the provider's AEAD of the longest key.
pub struct TicketRotator {
    aead: &'static dyn Aead,
    secure_random: &'static dyn SecureRandom,
    time_provider: Arc<dyn TimeProvider>,
    lifetime: u32,
    keys: RwLock<Keys>,
}

impl TicketRotator {
    /// Tickets that are valid for 12 hours.
    ///
    /// # Errors
    ///
    /// If there is no time, or no random bytes; [`Error::General`] if the provider has
    /// no cipher suite.
    pub fn new(
        provider: &CryptoProvider,
        time_provider: Arc<dyn TimeProvider>,
    ) -> Result<Arc<Self>, Error> {
        Self::with_lifetime(provider, time_provider, DEFAULT_LIFETIME)
    }

    /// Tickets that are valid for `lifetime` seconds.
    ///
    /// # Errors
    ///
    /// As with [`new`](Self::new); also [`Error::General`] if `lifetime` is 0, or more
    /// than seven days.
    pub fn with_lifetime(
        provider: &CryptoProvider,
        time_provider: Arc<dyn TimeProvider>,
        lifetime: u32,
    ) -> Result<Arc<Self>, Error> {
        if lifetime == 0 || lifetime > MAX_TICKET_LIFETIME {
            return Err(Error::General(
                "tickets are valid for a second to seven days".into(),
            ));
        }
        // The last of equals is the maximum, so look from the worst to the best.
        let suites = provider.cipher_suites.iter().rev();
        let aead = suites
            .map(|suite| suite.aead)
            .max_by_key(|aead| aead.key_len())
            .ok_or_else(|| Error::General("the provider has no cipher suite".into()))?;
        let now = time_provider
            .current_time()
            .ok_or(Error::FailedToGetCurrentTime)?;
        let current = TicketKey::new(aead, provider.secure_random)?;
        Ok(Arc::new(Self {
            aead,
            secure_random: provider.secure_random,
            time_provider,
            lifetime,
            keys: RwLock::new(Keys {
                current,
                previous: None,
                since: now.as_secs().into(),
            }),
        }))
    }

    /// The keys for `now`, after a change if one is due.
    fn keys(&self, now: UnixTime) -> Option<RwLockReadGuard<'_, Keys>> {
        let now = now.as_secs();
        let keys = self.keys.read().unwrap_or_else(PoisonError::into_inner);
        // A clock that goes backwards must not make a key last: its time begins again.
        keys.since.fetch_min(now, Ordering::Relaxed);
        if !keys.are_stale(now, self.lifetime) {
            return Some(keys);
        }
        drop(keys);
        // Made before the lock, which nobody shall wait for longer than need be.
        let new = TicketKey::new(self.aead, self.secure_random).ok()?;
        let mut keys = self.keys.write().unwrap_or_else(PoisonError::into_inner);
        // Another thread may have been faster.
        if keys.are_stale(now, self.lifetime) {
            keys.rotate(new, now, self.lifetime);
        }
        drop(keys);
        Some(self.keys.read().unwrap_or_else(PoisonError::into_inner))
    }
}

impl fmt::Debug for TicketRotator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TicketRotator")
            .field("lifetime", &self.lifetime)
            .finish_non_exhaustive()
    }
}

impl ProducesTickets for TicketRotator {
    fn enabled(&self) -> bool {
        true
    }

    fn lifetime(&self) -> u32 {
        self.lifetime
    }

    fn encrypt(&self, plain: &[u8]) -> Option<Vec<u8>> {
        let keys = self.keys(self.time_provider.current_time()?)?;
        keys.current.seal(plain, self.secure_random)
    }

    fn decrypt(&self, cipher: &[u8]) -> Option<Vec<u8>> {
        let keys = self.keys(self.time_provider.current_time()?)?;
        let (name, _) = cipher.split_first_chunk::<NAME_LENGTH>()?;
        [Some(&keys.current), keys.previous.as_ref()]
            .into_iter()
            .flatten()
            .find(|key| key.name == *name)?
            .open(cipher)
    }
}

struct Keys {
    current: TicketKey,
    previous: Option<TicketKey>,
    /// The second since 1970 in which `current` began to seal.
    since: AtomicU64,
}

impl Keys {
    fn are_stale(&self, now: u64, lifetime: u32) -> bool {
        self.age(now) >= u64::from(lifetime)
            || self.current.sealed.load(Ordering::Relaxed) >= MAX_TICKETS_PER_KEY
    }

    fn rotate(&mut self, new: TicketKey, now: u64, lifetime: u32) {
        // Twice the lifetime after its first ticket none of a key's tickets is valid.
        let has_valid_tickets = self.age(now) < 2 * u64::from(lifetime);
        let old = core::mem::replace(&mut self.current, new);
        self.previous = has_valid_tickets.then_some(old);
        self.since = now.into();
    }

    /// For how many seconds the current key has sealed.
    fn age(&self, now: u64) -> u64 {
        now.saturating_sub(self.since.load(Ordering::Relaxed))
    }
}

struct TicketKey {
    /// Says which key opens a ticket.
    name: [u8; NAME_LENGTH],
    key: Box<dyn AeadKey>,
    sealed: AtomicU64,
}

impl TicketKey {
    fn new(aead: &dyn Aead, secure_random: &dyn SecureRandom) -> Result<Self, Error> {
        let mut name = [0; NAME_LENGTH];
        secure_random.fill(&mut name)?;
        let mut key = Zeroizing::new(vec![0; aead.key_len()]);
        secure_random.fill(&mut key)?;
        Ok(Self {
            name,
            key: aead.new_key(&key),
            sealed: AtomicU64::new(0),
        })
    }

    fn seal(&self, plain: &[u8], secure_random: &dyn SecureRandom) -> Option<Vec<u8>> {
        let mut nonce = [0; NONCE_LENGTH];
        secure_random.fill(&mut nonce).ok()?;
        self.sealed.fetch_add(1, Ordering::Relaxed);
        let header = NAME_LENGTH + NONCE_LENGTH;
        let mut ticket = Vec::with_capacity(header + plain.len() + TAG_LENGTH);
        ticket.extend_from_slice(&self.name);
        ticket.extend_from_slice(&nonce);
        ticket.extend_from_slice(plain);
        match self
            .key
            .seal_in_place(nonce, &self.name, &mut ticket[header..])
        {
            Ok(tag) => {
                ticket.extend_from_slice(&tag);
                Some(ticket)
            }
            Err(_) => {
                ticket.zeroize();
                None
            }
        }
    }

    fn open(&self, ticket: &[u8]) -> Option<Vec<u8>> {
        let (name, rest) = ticket.split_first_chunk::<NAME_LENGTH>()?;
        let (nonce, sealed) = rest.split_first_chunk::<NONCE_LENGTH>()?;
        let mut plain = sealed.to_vec();
        let length = self.key.open_in_place(*nonce, name, &mut plain)?.len();
        plain.truncate(length);
        Some(plain)
    }
}

#[cfg(test)]
#[path = "rotator_tests.rs"]
mod tests;
