//! One call's work: the state is taken out, goes from message to message, and is
//! put back.

use core::mem;

use deframer::BorrowedMessageDeframer;
use state::State;

use crate::incoming::Input;
use crate::receiver::{Next, Receiver};
use crate::{Endpoint, Fault};

/// A connection without a buffer: the state, and all that a message may change.
///
/// The bytes may belong to the caller ([`process_in`](Self::process_in)), or to a
/// [`Connection`](crate::Connection), which has them in another field.
pub struct Core<C: Endpoint> {
    /// Between two calls: a state that borrows nothing, or why there is none.
    pub(crate) state: Result<Box<dyn State<C>>, C::Error>,
    pub(crate) receiver: Receiver<C>,
}

impl<C: Endpoint> Core<C> {
    /// A core that waits in `state` for records which `opener` can open.
    pub fn new(cx: C, state: Box<dyn State<C>>, opener: C::Opener) -> Self {
        Self {
            state: Ok(state),
            receiver: Receiver::new(cx, opener),
        }
    }

    /// What the states share.
    pub fn context(&self) -> &C {
        &self.receiver.cx
    }

    /// What the states share.
    pub fn context_mut(&mut self) -> &mut C {
        &mut self.receiver.cx
    }

    /// Whether the connection still stands.
    ///
    /// # Errors
    ///
    /// Why it has failed, once it has: the same error, whenever it is asked.
    pub fn standing(&self) -> Result<(), C::Error> {
        match &self.state {
            Ok(_) => Ok(()),
            Err(error) => Err(error.clone()),
        }
    }

    /// Works through all complete records at the front of `bytes`, which are the
    /// caller's. Application data is opened where it lies and goes to `sink`.
    ///
    /// The number is how many bytes were consumed, whatever else happened. The caller
    /// removes them from the front, and hands in the others again with what follows
    /// them.
    ///
    /// # Errors
    ///
    /// Why the connection has failed: now, or in an earlier call. Then nothing is
    /// consumed any more.
    pub fn process_in<'m>(
        &mut self,
        bytes: &'m mut [u8],
        sink: &mut dyn FnMut(&'m [u8]),
    ) -> (usize, Result<(), C::Error>) {
        let start = bytes.as_ptr().addr();
        let mut input = Input::new(start, BorrowedMessageDeframer::new(bytes));
        let result = loop {
            if let Err(error) = self.process(&mut input) {
                break Err(error);
            }
            match input.take_data() {
                Some(data) => sink(data),
                None => break Ok(()),
            }
        };
        (input.done().consumed.bytes(), result)
    }

    /// Works through `input` up to the first application data, or to its end.
    ///
    /// Afterwards there is a state in its place that borrows nothing, or an error is.
    ///
    /// # Errors
    ///
    /// Why the connection has failed: now, or in an earlier call. Then `input` is not
    /// looked at.
    ///
    /// Step 2: not every `?` here keeps that promise.
    pub(crate) fn process<'m>(&mut self, input: &mut Input<'m>) -> Result<(), C::Error> {
        // Until there is a message the state stays where it is: to own it costs a box.
        let Some(first) = self.receiver.next(input)? else {
            return Ok(());
        };
        let state = mem::replace(&mut self.state, Err(Fault::StateLost.into()))?;
        let state = advance(state, first, &mut self.receiver, input)?;
        self.state = Ok(state.into_owned());
        Ok(())
    }
}
impl<C: Endpoint + core::fmt::Debug> core::fmt::Debug for Core<C> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Core")
            .field("context", self.context())
            .field("standing", &self.state.is_ok())
            .finish_non_exhaustive()
    }
}

/// Takes the state from message to message, as far as `input` goes.
///
/// The states in between borrow, and so may the last one.
///
/// # Errors
///
/// The first error of a state, or of a record between two messages. There is no state then.
///
/// Step 3: the states in between own what they have. The callers own the last one.
pub(crate) fn advance<'m, C: Endpoint>(
    mut state: Box<dyn State<C> + 'm>,
    first: Next<'m>,
    receiver: &mut Receiver<C>,
    input: &mut Input<'m>,
) -> Result<Box<dyn State<C> + 'm>, C::Error> {
    let mut next = Some(first);
    while let Some(message) = next {
        let aligned = input.is_aligned();
        state = match message {
            Next::Whole(message) => receiver.process_msg(state, message, aligned)?,
            Next::Joined => receiver.process_joined(state, aligned)?,
        }
        .into_owned();
        next = receiver.next(input)?;
    }
    Ok(state)
}
