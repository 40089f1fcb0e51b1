//! A connection that owns the bytes that arrive.

use std::io;

use state::State;

use crate::incoming::Incoming;
use crate::{Core, Endpoint};

/// The bytes that have arrived, and the [`Core`] that works on them: two fields, so
/// that one can be lent while the other changes.
pub struct Connection<C: Endpoint> {
    incoming: Incoming,
    core: Core<C>,
}

impl<C: Endpoint> Connection<C> {
    /// A connection that waits in `state` for records which `opener` can open.
    pub fn new(cx: C, state: Box<dyn State<C>>, opener: C::Opener) -> Self {
        Self {
            incoming: Incoming::default(),
            core: Core::new(cx, state, opener),
        }
    }

    /// Reads once from `source` and returns how many bytes came; 0 is its end.
    ///
    /// # Errors
    ///
    /// What `source` says; [`io::ErrorKind::OutOfMemory`] if the buffer is full of
    /// records that nobody processes, or of application data that nobody reads.
    pub fn read_tls(&mut self, source: &mut dyn io::Read) -> io::Result<usize> {
        self.incoming.read_tls(source)
    }

    // ANCHOR: process-new-packets
    /// Works through all complete records, up to the first one with application data.
    /// While that waits to be [consumed](Self::consume), nothing is done.
    ///
    /// Whatever happens, what was consumed is discarded.
    ///
    /// # Errors
    ///
    /// Why the connection has failed: now, or in an earlier call.
    pub fn process_new_packets(&mut self) -> Result<(), C::Error> {
        self.core.standing()?;
        let mut input = self.incoming.lend();
        let result = self.core.process(&mut input);
        let done = input.done();
        self.incoming.discard(done);
        result
    }
    // ANCHOR_END: process-new-packets

    /// The application data that waits, where it was opened. Empty if there is none.
    pub fn received(&self) -> &[u8] {
        self.incoming.received()
    }

    /// Removes `length` bytes from the front of what was [received](Self::received).
    ///
    /// # Panics
    ///
    /// If there are fewer.
    pub fn consume(&mut self, length: usize) {
        self.incoming.consume(length);
    }

    /// Gives the receive buffer's memory back, if nothing is in it.
    pub fn release_buffer(&mut self) {
        self.incoming.release();
    }

    /// What has arrived and not been consumed: at most one incomplete record, unless
    /// application data waits or the connection has ended.
    pub fn unread(&self) -> &[u8] {
        self.incoming.unread()
    }

    /// What the states share.
    pub fn context(&self) -> &C {
        self.core.context()
    }

    /// What the states share.
    pub fn context_mut(&mut self) -> &mut C {
        self.core.context_mut()
    }
}

impl<C: Endpoint + core::fmt::Debug> core::fmt::Debug for Connection<C> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Connection")
            .field("core", &self.core)
            .field("unread", &self.unread().len())
            .finish_non_exhaustive()
    }
}
