//! From records to messages, and all that a message may change beside the state.

use core::mem;

use deframer::{ContentType, Record};
use state::{Message, State};

use crate::incoming::Input;
use crate::{Endpoint, Fault, Joined, Received};

/// All that lasts from one call to the next, but for the state.
pub(crate) struct Receiver<C: Endpoint> {
    pub(crate) cx: C,
    opener: C::Opener,
    joined: Joined,
    closed: bool,
}

/// A message that is there in full.
pub(crate) enum Next<'m> {
    /// It lies in the buffer, in one piece.
    Whole(Message<'m>),
    /// It lies in [`Joined`].
    Joined,
}

impl<C: Endpoint> Receiver<C> {
    pub(crate) fn new(cx: C, opener: C::Opener) -> Self {
        Self {
            cx,
            opener,
            joined: Joined::new(),
            closed: false,
        }
    }

    /// The next message. What comes before it and is no message is dealt with.
    ///
    /// `None` if it has not arrived in full, or if application data comes first.
    ///
    /// # Errors
    ///
    /// If a record is refused.
    pub(crate) fn next<'m>(&mut self, input: &mut Input<'m>) -> Result<Option<Next<'m>>, C::Error> {
        loop {
            if !input.rest.is_empty() {
                if self.joined.is_empty()
                    && let Some(message) = input.whole_message()
                {
                    return Ok(Some(Next::Whole(message)));
                }
                let behind = self.joined.push(mem::take(&mut input.rest))?;
                if self.joined.message().is_some() {
                    input.rest = behind;
                    return Ok(Some(Next::Joined));
                }
            } else if self.closed || input.has_stopped() {
                return Ok(None);
            } else if let Some(record) = input.records.pop(&mut self.opener).map_err(Into::into)? {
                self.take_record(record, input)?;
            } else {
                return Ok(None);
            }
        }
    }

    /// Takes a record as it comes.
    fn take_record<'m>(
        &mut self,
        record: Record<'m>,
        input: &mut Input<'m>,
    ) -> Result<(), C::Error> {
        if record.content_type == ContentType::HANDSHAKE {
            input.rest = record.payload;
            return Ok(());
        }
        if !self.joined.is_empty() {
            return Err(Fault::Interleaved(record.content_type).into());
        }
        match self.cx.receive(record)? {
            Received::Data if !record.payload.is_empty() => input.stop_at(record.payload),
            Received::Data | Received::Done => {}
            Received::Closed => self.closed = true,
        }
        self.change_keys(true)
    }

    /// Lets the state handle a message that lies in the buffer.
    pub(crate) fn process_msg<'m>(
        &mut self,
        state: Box<dyn State<C> + 'm>,
        message: Message<'m>,
        aligned: bool,
    ) -> Result<Box<dyn State<C> + 'm>, C::Error> {
        let next = state.handle(&mut self.cx, message)?;
        self.change_keys(aligned)?;
        Ok(next)
    }

    /// Lets the state handle the joined message. What comes of it owns what it keeps,
    /// as the joined bytes go.
    ///
    /// Step 5: the message is copied once more, so that the compiler is content.
    pub(crate) fn process_joined<'m>(
        &mut self,
        state: Box<dyn State<C> + 'm>,
        aligned: bool,
    ) -> Result<Box<dyn State<C>>, C::Error> {
        let Some(Message { typ, body }) = self.joined.message() else {
            return Ok(state.into_owned());
        };
        let body = body.to_vec();
        self.joined.clear();
        let message = Message { typ, body: &body };
        let next = self.process_msg(state, message, aligned)?;
        Ok(next.into_owned())
    }

    /// Takes the opener for the records to come, if there is a new one.
    ///
    /// # Errors
    ///
    /// [`Fault::KeyChange`] if that is not `aligned` with the end of a record: what
    /// is left of the record would have come under the wrong keys.
    fn change_keys(&mut self, aligned: bool) -> Result<(), C::Error> {
        match self.cx.new_opener() {
            Some(_) if !aligned => Err(Fault::KeyChange.into()),
            Some(opener) => {
                self.opener = opener;
                Ok(())
            }
            None => Ok(()),
        }
    }
}
