//! Memory for outgoing records that the connections of a thread share.
//!
//! Most connections wait most of the time, and nothing of what they sent is left. If each
//! kept a buffer for its next record, a thousand of them would keep a thousand. So a
//! connection takes one when it sends application data, and puts it back when everything
//! has been written. What lies in it is ciphertext. A connection that has gone to another
//! thread in between puts it back there.

use std::cell::Cell;

/// How many a thread keeps. More are needed only where more connections have data to
/// write at the same time.
pub(crate) const SPARES: usize = 4;

/// The most bytes that one of them has room for. With the
/// [`DEFAULT_BUFFER_LIMIT`](crate::DEFAULT_BUFFER_LIMIT) it takes a transport that lets
/// only little through at a time to need more.
pub(crate) const LARGEST_SPARE: usize = 132 * 1024;

thread_local! {
    static OF_THIS_THREAD: Spares = const { Spares::new() };
}

/// Memory to write into, from this thread's if there is any. What has been written in it
/// is still there.
pub(crate) fn take() -> Vec<u8> {
    // While a thread ends there may be none left.
    OF_THIS_THREAD.try_with(Spares::take).unwrap_or_default()
}

/// Keeps the memory of `buffer` for the next [`take`], or gives it back if there is
/// enough of it.
pub(crate) fn put(buffer: Vec<u8>) {
    let _ = OF_THIS_THREAD.try_with(|spares| spares.put(buffer));
}

struct Spares([Cell<Vec<u8>>; SPARES]);

impl Spares {
    const fn new() -> Self {
        Self([const { Cell::new(Vec::new()) }; SPARES])
    }

    /// The one that was put back last is in front, and the warmest.
    fn take(&self) -> Vec<u8> {
        let mut spares = self.0.iter().map(Cell::take);
        spares
            .find(|spare| spare.capacity() > 0)
            .unwrap_or_default()
    }

    /// In front, and the others move up. Behind the last of them is nowhere.
    fn put(&self, mut spare: Vec<u8>) {
        if spare.capacity() > LARGEST_SPARE {
            return;
        }
        for place in &self.0 {
            if spare.capacity() == 0 {
                return;
            }
            spare = place.replace(spare);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn capacities(spares: &Spares) -> [usize; SPARES] {
        core::array::from_fn(|_| spares.take().capacity())
    }

    #[test]
    fn the_last_comes_first() {
        let spares = Spares::new();
        assert_eq!(capacities(&spares), [0; SPARES]);
        spares.put(Vec::with_capacity(10));
        spares.put(Vec::with_capacity(20));
        assert_eq!(capacities(&spares), [20, 10, 0, 0]);
    }

    #[test]
    fn a_place_that_is_free_is_used_first() {
        let spares = Spares::new();
        for capacity in [10, 20, 30] {
            spares.put(Vec::with_capacity(capacity));
        }
        assert_eq!(spares.take().capacity(), 30);
        spares.put(Vec::with_capacity(40));
        assert_eq!(capacities(&spares), [40, 20, 10, 0]);
    }

    #[test]
    fn there_are_no_more_than_a_thread_keeps() {
        let spares = Spares::new();
        for capacity in 1..=SPARES + 3 {
            spares.put(Vec::with_capacity(capacity));
        }
        assert_eq!(capacities(&spares), [7, 6, 5, 4]);
    }

    #[test]
    fn nothing_is_kept_that_is_too_large_or_no_memory_at_all() {
        let spares = Spares::new();
        spares.put(Vec::with_capacity(10));
        spares.put(Vec::with_capacity(LARGEST_SPARE + 1));
        spares.put(Vec::new());
        assert_eq!(capacities(&spares), [10, 0, 0, 0]);
    }

    #[test]
    fn a_thread_that_ends_may_have_none() {
        struct Late;
        impl Drop for Late {
            fn drop(&mut self) {
                put(take());
            }
        }
        thread_local!(static LATE: Late = const { Late });
        // What is made first is dropped first, or last: either way.
        for is_first in [true, false] {
            let thread = std::thread::spawn(move || {
                if is_first {
                    LATE.with(|_| ());
                }
                put(Vec::with_capacity(10));
                LATE.with(|_| ());
            });
            thread.join().unwrap();
        }
    }
}
