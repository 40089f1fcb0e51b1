//! After the handshake: new keys.

use codec::HandshakeType;
use state::{Message, State};

use crate::common::{CommonState, NextState};

/// CONNECTED
pub(super) struct Connected;

impl State<CommonState> for Connected {
    fn handle<'m>(self: Box<Self>, cx: &mut CommonState, message: Message<'m>) -> NextState<'m>
    where
        Self: 'm,
    {
        if message.typ != HandshakeType::KEY_UPDATE {
            return Err(CommonState::unexpected("CONNECTED", message.typ));
        }
        cx.receive_key_update(message)?;
        Ok(self)
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<CommonState>> {
        self
    }
}
