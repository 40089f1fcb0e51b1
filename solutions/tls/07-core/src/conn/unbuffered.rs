//! A connection without a receive buffer: the bytes stay the caller's.

use core::ops::{Deref, DerefMut};

use connection::Core;
use state::State;

use crate::Error;
use crate::common::CommonState;
use crate::record::RecordOpener;

/// A connection that works on the caller's buffers, and has none of its own for
/// what comes in.
#[derive(Debug)]
pub struct UnbufferedConnectionCommon {
    core: Core<CommonState>,
}

/// What a call has come to.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "what was worked on has to be removed from the buffer"]
pub struct UnbufferedStatus {
    /// How many bytes the caller removes from the front of the buffer, whatever the
    /// state. The others are handed in again, with what follows them.
    pub discard: usize,
    /// Why the connection has failed: now, or in an earlier call.
    pub state: Result<(), Error>,
}

impl UnbufferedConnectionCommon {
    pub(crate) fn new(common: CommonState, state: Box<dyn State<CommonState>>) -> Self {
        Self {
            core: Core::new(common, state, RecordOpener::Plaintext),
        }
    }

    /// Works through all complete records at the front of `incoming`. Application
    /// data is opened where it lies and lent to `sink`, one record at a time; the
    /// slices live as long as the loan of the buffer.
    ///
    /// What is to be sent in answer waits for
    /// [`write_tls`](CommonState::write_tls), an alert included.
    ///
    /// Behind the peer's `close_notify` nothing is looked at and nothing discarded (RFC 8446,
    /// section 6.1): once it [has closed](CommonState::peer_has_closed), do not wait for the
    /// buffer to become empty.
    pub fn process_tls_records<'m>(
        &mut self,
        incoming: &'m mut [u8],
        sink: &mut dyn FnMut(&'m [u8]),
    ) -> UnbufferedStatus {
        let (discard, state) = self.core.process_in(incoming, sink);
        if let Err(error) = &state {
            self.core.context_mut().fail(error);
        }
        UnbufferedStatus { discard, state }
    }

    /// Seals `data` into `outgoing` and returns how many bytes that took. Records
    /// that wait to be written, the answer to a KeyUpdate for one, go in front.
    ///
    /// # Errors
    ///
    /// Nothing was taken, unless it is the provider's AEAD that fails.
    ///
    /// - [`Error::InsufficientSize`] if `outgoing` is shorter than
    ///   [`encrypted_length`](Self::encrypted_length).
    /// - [`Error::HandshakeNotComplete`] during the handshake.
    /// - [`Error::Closed`] if this side has closed, and why the connection has failed if it
    ///   has.
    /// - [`Error::EncryptError`] if the keys are used up, so that they cannot even be
    ///   followed by others. More data than one key may seal is no error: the KeyUpdates go
    ///   where they have to.
    pub fn encrypt(&mut self, data: &[u8], outgoing: &mut [u8]) -> Result<usize, Error> {
        self.core.context_mut().seal_data(data, outgoing)
    }

    /// How many bytes [`encrypt`](Self::encrypt) needs for so much data, now: with what waits
    /// to be written, and the KeyUpdates that it makes on the way. `usize::MAX` if it would
    /// be more than that.
    pub fn encrypted_length(&self, data: usize) -> usize {
        self.core.context().sealed_length(data)
    }
}

impl Deref for UnbufferedConnectionCommon {
    type Target = CommonState;

    fn deref(&self) -> &CommonState {
        self.core.context()
    }
}

impl DerefMut for UnbufferedConnectionCommon {
    fn deref_mut(&mut self) -> &mut CommonState {
        self.core.context_mut()
    }
}
