//! The end of the handshake.

use codec::HandshakeType;
use state::{Message, State};

use super::Handshake;
use super::connected::Connected;
use super::tickets::send_tickets;
use crate::Error;
use crate::common::{CommonState, NextState};
use crate::key_schedule::verify_finished;
use crate::msgs::Finished;

/// WAIT_FINISHED
pub(super) struct WaitFinished {
    pub(super) handshake: Handshake,
}

impl State<CommonState> for WaitFinished {
    fn handle<'m>(self: Box<Self>, cx: &mut CommonState, message: Message<'m>) -> NextState<'m>
    where
        Self: 'm,
    {
        if message.typ != HandshakeType::FINISHED {
            return Err(CommonState::unexpected("WAIT_FINISHED", message.typ));
        }
        let Handshake {
            config,
            suite,
            mut transcript,
            client_secret,
            master,
            traffic,
            sends_tickets,
        } = self.handshake;
        let received = Finished::decode(message.body, suite.hash.output_len())?;
        let before = transcript.current();
        if !verify_finished(suite, &client_secret, &before, received.verify_data) {
            return Err(Error::DecryptError("Finished"));
        }
        transcript.add(message);
        cx.receive_under(suite, &traffic.receiving);
        if sends_tickets {
            let resumption = master.resumption_master_secret(&transcript.current());
            send_tickets(cx, &config, suite, &resumption)?;
        }
        cx.start_traffic(traffic)?;
        Ok(Box::new(Connected))
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<CommonState>> {
        self
    }
}
