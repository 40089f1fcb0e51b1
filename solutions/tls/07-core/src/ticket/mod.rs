//! What a server remembers of a session, or lets the client remember for it.
//!
//! A ticket is either the session itself, sealed with a key that only the server has
//! ([`ProducesTickets`]), or a random number under which the server keeps the session
//! ([`StoresServerSessions`]). The first needs no memory; only the second can make sure
//! that a ticket is used once.

mod limited;
mod rotator;
mod storage;

use core::fmt::Debug;

use pki_types::UnixTime;

pub(crate) use limited::LimitedCache;
pub use rotator::TicketRotator;
pub use storage::{NoServerSessionStorage, ServerSessionMemoryCache, StoresServerSessions};

/// The longest that a ticket may be valid, seven days in seconds (RFC 8446, section 4.6.1).
pub(crate) const MAX_TICKET_LIFETIME: u32 = 7 * 24 * 60 * 60;

/// How long sessions may still rely on what the peers have proved at that time, in seconds.
///
/// A session that goes on from another proves nothing anew, so that all of them end together,
/// seven days after the first (RFC 8446, section 4.6.1). 0 also if the time has not come yet.
pub(crate) fn lifetime_left(authenticated_at: UnixTime, now: UnixTime) -> u32 {
    now.as_secs()
        .checked_sub(authenticated_at.as_secs())
        .and_then(|age| MAX_TICKET_LIFETIME.checked_sub(age.try_into().ok()?))
        .unwrap_or(0)
}

/// Seals sessions into tickets, and opens them again.
///
/// Configurations that share one accept each other's tickets, and with them what the
/// other has verified about the client. They must be of one mind about that.
pub trait ProducesTickets: Debug + Send + Sync {
    /// Whether it makes tickets. If not, sessions are kept in the server's storage.
    fn enabled(&self) -> bool;

    /// How long a ticket is valid, in seconds. More than seven days is cut to seven.
    fn lifetime(&self) -> u32;

    /// Seals `plain`: nobody else must be able to read, change or make a ticket.
    ///
    /// `None` if it cannot now. The session is then not resumed; nor is it with a ticket of
    /// more than 16 KiB, which is not sent.
    fn encrypt(&self, plain: &[u8]) -> Option<Vec<u8>>;

    /// Opens a ticket, which may be anything that a client chooses to send.
    ///
    /// `None` if it is not one of ours, or too old. The handshake is then a full one.
    fn decrypt(&self, cipher: &[u8]) -> Option<Vec<u8>>;
}

/// Makes no tickets.
#[derive(Debug)]
pub(crate) struct NoTickets;

impl ProducesTickets for NoTickets {
    fn enabled(&self) -> bool {
        false
    }

    fn lifetime(&self) -> u32 {
        0
    }

    fn encrypt(&self, _plain: &[u8]) -> Option<Vec<u8>> {
        None
    }

    fn decrypt(&self, _cipher: &[u8]) -> Option<Vec<u8>> {
        None
    }
}
