//! The end of the handshake.

use codec::HandshakeType;
use state::{Message, State};

use super::Handshake;
use super::client_auth::{ClientAuth, authenticate};
use super::connected::Connected;
use crate::Error;
use crate::common::{CommonState, NextState, Traffic, TrafficSecrets};
use crate::crypto::Digest;
use crate::key_schedule::{finished, verify_finished};
use crate::msgs::Finished;

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
            &handshake.traffic.server,
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
        send_finished(cx, &mut handshake)?;
        Ok(Box::new(connected(cx, handshake, &server_finished)?))
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<CommonState>> {
        self
    }
}

/// Sends the Finished, and with it all that waits in the flight.
fn send_finished(cx: &mut CommonState, handshake: &mut Handshake) -> Result<(), Error> {
    let transcript = &mut handshake.transcript;
    let secret = &handshake.traffic.client;
    let verify_data = finished(handshake.suite, secret, &transcript.current());
    cx.add_message(transcript, |bytes| {
        Finished {
            verify_data: verify_data.as_ref(),
        }
        .encode(bytes);
    });
    cx.send_flight()
}

/// Takes the application's keys into use. The hash is of ClientHello … server Finished.
fn connected(
    cx: &mut CommonState,
    handshake: Handshake,
    server_finished: &Digest,
) -> Result<Connected, Error> {
    let Handshake {
        config,
        server_name,
        random,
        suite,
        transcript,
        secret,
        ..
    } = handshake;
    let master = secret.into_master();
    let log = &*config.key_log;
    let (traffic, exporter) =
        TrafficSecrets::of_application(&master, server_finished, log, &random);
    cx.send_under(suite, &traffic.client);
    cx.receive_under(suite, &traffic.server);
    cx.start_traffic(Traffic {
        suite,
        sending: traffic.client,
        receiving: traffic.server,
        exporter,
    })?;
    Ok(Connected {
        resumption: master.resumption_master_secret(&transcript.current()),
        config,
        server_name,
        suite,
        tickets: 0,
    })
}
