//! What time it is.

use core::fmt::Debug;

use pki_types::UnixTime;

/// Tells the time, against which certificates and sessions are checked.
pub trait TimeProvider: Debug + Send + Sync {
    /// The time now, in seconds since 1970.
    ///
    /// `None` if it is not known. A handshake that needs it then fails with
    /// [`Error::FailedToGetCurrentTime`](crate::Error::FailedToGetCurrentTime).
    fn current_time(&self) -> Option<UnixTime>;
}

/// Tells the time of the system's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct DefaultTimeProvider;

impl TimeProvider for DefaultTimeProvider {
    fn current_time(&self) -> Option<UnixTime> {
        Some(UnixTime::now())
    }
}
