//! The hash over all handshake messages (RFC 8446, section 4.4.1).

use codec::U24;
use state::Message;

use crate::crypto::{Digest, Hash, HashContext};
use crate::msgs::encode_message_hash;

/// The messages so far, of both peers, in the order in which they came and went.
pub(crate) struct Transcript {
    context: Box<dyn HashContext>,
}

impl Transcript {
    /// No message yet.
    pub(crate) fn new(hash: &dyn Hash) -> Self {
        Self {
            context: hash.start(),
        }
    }

    /// Adds a message that was received, with the frame that it had.
    pub(crate) fn add(&mut self, message: Message<'_>) {
        self.add_front(message, message.body.len());
    }

    /// Adds the frame of a message that was received, and the front of its body.
    pub(crate) fn add_front(&mut self, message: Message<'_>, front: usize) {
        let length = u32::try_from(message.body.len())
            .ok()
            .and_then(U24::new)
            .map_or(0, U24::get);
        let [_, high, middle, low] = length.to_be_bytes();
        self.context.update(&[message.typ.0, high, middle, low]);
        self.context.update(&message.body[..front]);
    }

    /// Adds bytes of a message that was encoded here, with its frame.
    pub(crate) fn add_encoded(&mut self, message: &[u8]) {
        self.context.update(message);
    }

    /// `Transcript-Hash` of the messages so far.
    pub(crate) fn current(&self) -> Digest {
        self.context.current()
    }

    /// What a transcript begins with after a HelloRetryRequest: the first hello's
    /// hash in a message of its own.
    pub(crate) fn retried(hash: &dyn Hash, first_hello: Digest) -> Self {
        let mut transcript = Self::new(hash);
        let mut message = Vec::with_capacity(4 + first_hello.as_ref().len());
        encode_message_hash(&mut message, first_hello.as_ref());
        transcript.add_encoded(&message);
        transcript
    }
}
