//! The end of the handshake.

use codec::HandshakeType;
use state::{Message, State};

use super::Handshake;
use super::client_auth::{ClientAuth, authenticate};
use super::connected::Connected;
use crate::common::{CommonState, NextState, Traffic};
use crate::key_schedule::{finished, verify_finished};
use crate::msgs::Finished;
use crate::{Error, key_log};

/// Room for a flight without certificates: a Finished, whatever the hash.
const FINISHED: usize = 64;

/// WAIT_FINISHED
pub(super) struct WaitFinished {
    pub(super) handshake: Handshake,
    pub(super) client_auth: Option<ClientAuth>,
}

impl State<CommonState> for WaitFinished {
    fn handle<'m>(self: Box<Self>, cx: &mut CommonState, message: Message<'m>) -> NextState<'m>
    where
        Self: 'm,
    {
        if message.typ != HandshakeType::FINISHED {
            return Err(CommonState::unexpected("WAIT_FINISHED", message.typ));
        }
        let Self {
            mut handshake,
            client_auth,
        } = *self;
        let suite = handshake.suite;
        let received = Finished::decode(message.body, suite.hash.output_len())?;
        let before = handshake.transcript.current();
        if !verify_finished(
            suite,
            &handshake.server_secret,
            &before,
            received.verify_data,
        ) {
            return Err(Error::DecryptError("Finished"));
        }
        // Not before: until here anybody may have answered the hello.
        if let Some(group) = handshake.kx_hint {
            let config = &handshake.config;
            config.set_kx_hint(&handshake.server_name, group);
        }
        handshake.transcript.add(message);
        // The application's secrets end with the server's Finished (section 7.1).
        let server_finished = handshake.transcript.current();

        cx.reserve_flight(match &client_auth {
            Some(ClientAuth(Some((certified, _)))) => certified.encoded_length(),
            _ => FINISHED,
        });
        if let Some(client_auth) = client_auth {
            authenticate(cx, &mut handshake.transcript, client_auth)?;
        }
        let verify_data = finished(
            suite,
            &handshake.client_secret,
            &handshake.transcript.current(),
        );
        cx.add_message(&mut handshake.transcript, |bytes| {
            Finished {
                verify_data: verify_data.as_ref(),
            }
            .encode(bytes);
        });
        cx.send_flight()?;

        let Handshake {
            config,
            server_name,
            random,
            transcript,
            secret,
            ..
        } = handshake;
        let master = secret.into_master();
        let sending = master.client_application_traffic_secret_0(&server_finished);
        let receiving = master.server_application_traffic_secret_0(&server_finished);
        let exporter = master.exporter_master_secret(&server_finished);
        let log = &*config.key_log;
        key_log::offer(log, key_log::CLIENT_TRAFFIC_SECRET_0, &random, &sending);
        key_log::offer(log, key_log::SERVER_TRAFFIC_SECRET_0, &random, &receiving);
        key_log::offer(log, key_log::EXPORTER_SECRET, &random, &exporter);
        cx.send_under(suite, &sending);
        cx.receive_under(suite, &receiving);
        cx.start_traffic(Traffic {
            suite,
            sending,
            receiving,
            exporter,
        })?;
        Ok(Box::new(Connected {
            resumption: master.resumption_master_secret(&transcript.current()),
            config,
            server_name,
            suite,
            tickets: 0,
        }))
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<CommonState>> {
        self
    }
}
