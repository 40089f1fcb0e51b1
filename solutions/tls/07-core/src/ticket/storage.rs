//! Where a server keeps sessions.

use core::fmt::{self, Debug};
use std::sync::{Mutex, MutexGuard};

use zeroize::Zeroizing;

use super::LimitedCache;

/// Keeps a server's sessions, each under a key that only the client knows.
///
/// The values are secrets. A storage may lose them at any time: a full handshake takes
/// a session's place.
pub trait StoresServerSessions: Debug + Send + Sync {
    /// Keeps `value` under `key`, and says whether it did.
    fn put(&self, key: Vec<u8>, value: Vec<u8>) -> bool;

    /// The value under `key`, which stays.
    fn get(&self, key: &[u8]) -> Option<Vec<u8>>;

    /// Takes the value under `key` out. Of several calls at once only one may get it: a
    /// ticket is used once.
    fn take(&self, key: &[u8]) -> Option<Vec<u8>>;

    /// Whether it keeps anything at all. If not, no ticket is sent.
    fn can_cache(&self) -> bool;
}

/// Keeps nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoServerSessionStorage;

impl StoresServerSessions for NoServerSessionStorage {
    fn put(&self, _key: Vec<u8>, _value: Vec<u8>) -> bool {
        false
    }

    fn get(&self, _key: &[u8]) -> Option<Vec<u8>> {
        None
    }

    fn take(&self, _key: &[u8]) -> Option<Vec<u8>> {
        None
    }

    fn can_cache(&self) -> bool {
        false
    }
}

/// Keeps sessions in memory, at most so many; a new one drives out the oldest.
pub struct ServerSessionMemoryCache {
    sessions: Mutex<LimitedCache<Vec<u8>, Zeroizing<Vec<u8>>>>,
}

impl ServerSessionMemoryCache {
    /// Room for `sessions` of them. A session takes less than 512 bytes, and as many more
    /// as its client's certificates.
    pub fn new(sessions: usize) -> Self {
        Self {
            sessions: Mutex::new(LimitedCache::new(sessions)),
        }
    }

    fn lock(&self) -> MutexGuard<'_, LimitedCache<Vec<u8>, Zeroizing<Vec<u8>>>> {
        // At worst a session is missing after a panic.
        self.sessions
            .lock()
            .unwrap_or_else(|poisoned| poisoned.into_inner())
    }
}

impl Debug for ServerSessionMemoryCache {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ServerSessionMemoryCache")
            .field("sessions", &self.lock().len())
            .finish()
    }
}

impl StoresServerSessions for ServerSessionMemoryCache {
    fn put(&self, key: Vec<u8>, value: Vec<u8>) -> bool {
        self.lock().insert(key, Zeroizing::new(value));
        true
    }

    fn get(&self, key: &[u8]) -> Option<Vec<u8>> {
        self.lock().get(key).map(|value| value.to_vec())
    }

    fn take(&self, key: &[u8]) -> Option<Vec<u8>> {
        self.lock()
            .remove(key)
            .map(|mut value| core::mem::take(&mut *value))
    }

    fn can_cache(&self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_is_taken_once() {
        let cache = ServerSessionMemoryCache::new(4);
        assert!(cache.can_cache());
        assert!(cache.put(vec![1], vec![10]));
        assert_eq!(cache.get(&[1]), Some(vec![10]));
        assert_eq!(cache.take(&[1]), Some(vec![10]));
        assert_eq!(cache.take(&[1]), None);
        assert_eq!(cache.get(&[1]), None);
    }

    #[test]
    fn only_one_of_many_threads_gets_it() {
        let cache = ServerSessionMemoryCache::new(1);
        cache.put(vec![1], vec![10]);
        let taken = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|_| scope.spawn(|| cache.take(&[1]).is_some()))
                .collect();
            let taken = threads.into_iter().map(|thread| thread.join().unwrap());
            taken.filter(|taken| *taken).count()
        });
        assert_eq!(taken, 1);
    }

    #[test]
    fn it_is_bounded_and_prints_no_session() {
        let cache = ServerSessionMemoryCache::new(3);
        for key in 0..10 {
            cache.put(vec![key], vec![0xab; 100]);
        }
        assert_eq!(
            format!("{cache:?}"),
            "ServerSessionMemoryCache { sessions: 3 }"
        );
        assert_eq!(cache.get(&[6]), None);
        assert!(cache.get(&[7]).is_some());
    }

    #[test]
    fn no_storage_keeps_nothing() {
        assert!(!NoServerSessionStorage.can_cache());
        assert!(!NoServerSessionStorage.put(vec![1], vec![1]));
        assert_eq!(NoServerSessionStorage.take(&[1]), None);
    }
}
