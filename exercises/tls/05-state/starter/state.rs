//! The trait, and what it works on.

use codec::HandshakeType;

/// A handshake message: its type, and the body that the state decodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Message<'m> {
    /// `msg_type`
    pub typ: HandshakeType,
    /// The message without its type and its length.
    pub body: &'m [u8],
}

/// What all states of one connection share: configuration, keys, the transcript.
pub trait Context: 'static {
    /// Why a handshake fails. `Clone`, as a connection repeats it for ever after.
    type Error: Clone;
}

/// One state of the handshake: it knows which messages may come next.
pub trait State<C: Context>: Send + Sync {
    /// Takes a message and becomes the next state, which may borrow from it.
    ///
    /// A state that stays comes back in the box it was in.
    ///
    /// Step 1: a state that borrows cannot promise that, as long as nothing is said
    /// about how long it lives.
    ///
    /// # Errors
    ///
    /// If the message is not allowed here. There is no next state then.
    fn handle<'m>(
        self: Box<Self>,
        cx: &mut C,
        message: Message<'m>,
    ) -> Result<Box<dyn State<C> + 'm>, C::Error>;

    /// The same state with no borrow left in it, so that it can be kept across calls.
    fn into_owned(self: Box<Self>) -> Box<dyn State<C>>;
}
