//! The server's states after the ClientHello (RFC 8446, appendix A.2).
//!
//! ```text
//!  NEGOTIATED ─┬─ no client authentication, or resumed ──→ WAIT_FINISHED ─→ CONNECTED
//!              └→ WAIT_CERT ─┬─ empty ────────────────────↗
//!                            └→ WAIT_CV ──────────────────↗
//! ```

mod certificate;
mod connected;
mod finished;
mod tickets;

use std::sync::Arc;

use super::hello::{Authentication, Chosen, ReceivedHello, ServerAuth};
use super::{ClientCertVerifier, ServerConfig};
use crate::common::{CommonState, NextState, Traffic, TrafficSecrets};
use crate::crypto::{CompletedKeyExchange, Tls13CipherSuite};
use crate::key_schedule::{EarlySecret, MasterSecret, finished};
use crate::msgs::{
    CertificateVerify, Finished, NewServerHello, Signer, encode_certificate,
    encode_certificate_request, signed_content,
};
use crate::secret::Secret;
use crate::transcript::Transcript;
use crate::{Error, PeerMisbehaved};
use certificate::WaitCertificate;
use finished::WaitFinished;

/// What RECVD_CH has settled.
pub(super) struct Negotiated<'m> {
    pub(super) config: Arc<ServerConfig>,
    pub(super) chosen: Chosen,
    pub(super) hello: ReceivedHello<'m>,
    pub(super) early_secret: EarlySecret,
    pub(super) authentication: Authentication,
    /// How many bytes of 0-RTT data may come and are dropped.
    pub(super) skip: usize,
}

/// Room for all of a flight that varies little.
const HELLO: usize = 256;

/// NEGOTIATED: sends the server's flight.
pub(super) fn negotiated<'m>(cx: &mut CommonState, negotiated: Negotiated<'_>) -> NextState<'m> {
    let Negotiated {
        config,
        chosen: Chosen { suite, group },
        hello,
        early_secret,
        authentication,
        skip,
    } = negotiated;
    let ReceivedHello {
        hello,
        extensions,
        mut transcript,
        ..
    } = hello;
    let share = extensions
        .key_share_for(group.name())
        .ok_or(PeerMisbehaved::MissingKeyShare)?;
    let CompletedKeyExchange {
        pub_key, secret, ..
    } = group.start_and_complete(share)?;
    let (selected_psk, auth) = match &authentication {
        Authentication::Resumed(index) => (Some(*index), None),
        Authentication::Certificates(auth) => (None, Some(auth)),
    };

    let proof = auth.map_or(0, |auth| auth.certified.encoded_length());
    cx.reserve_flight(HELLO + pub_key.len() + proof);
    let mut random = [0; 32];
    config.provider.secure_random.fill(&mut random)?;
    let server_hello = NewServerHello {
        random: &random,
        session_id: hello.legacy_session_id.bytes(),
        cipher_suite: suite.suite,
        key_share: Some((group.name(), &pub_key)),
        selected_psk,
    };
    send_hello(cx, &mut transcript, &server_hello)?;

    let secret = early_secret.into_handshake(&secret);
    let hash = transcript.current();
    let log = &*config.key_log;
    let handshake = TrafficSecrets::of_handshake(&secret, &hash, log, hello.random);
    cx.receive_first_under(suite, &handshake.client, skip);
    cx.send_under(suite, &handshake.server);

    cx.add_encrypted_extensions(&mut transcript);
    let mut asks_client = false;
    if let Some(auth) = auth {
        asks_client = config.verifier.offer_client_auth();
        if asks_client {
            ask_client(cx, &mut transcript, &*config.verifier);
        }
        authenticate(cx, &mut transcript, auth)?;
    }
    send_finished(cx, &mut transcript, suite, &handshake.server)?;

    // The application's secrets end with the server's Finished (section 7.1).
    let hash = transcript.current();
    let master = secret.into_master();
    let (traffic, exporter) = TrafficSecrets::of_application(&master, &hash, log, hello.random);
    cx.send_under(suite, &traffic.server);

    let handshake = Handshake {
        sends_tickets: extensions.offers_psk_dhe_ke(),
        config,
        suite,
        transcript,
        client_secret: handshake.client,
        master,
        traffic: Traffic {
            suite,
            sending: traffic.server,
            receiving: traffic.client,
            exporter,
        },
    };
    Ok(match asks_client {
        true => Box::new(WaitCertificate { handshake }),
        false => Box::new(WaitFinished { handshake }),
    })
}

/// Sends the ServerHello, and what comes right behind it for the sake of middleboxes.
fn send_hello(
    cx: &mut CommonState,
    transcript: &mut Transcript,
    hello: &NewServerHello<'_>,
) -> Result<(), Error> {
    cx.add_message(transcript, |bytes| hello.encode(bytes));
    cx.send_flight()?;
    if !hello.session_id.is_empty() {
        cx.send_change_cipher_spec();
    }
    Ok(())
}

/// Adds the request for a certificate of the client.
fn ask_client(
    cx: &mut CommonState,
    transcript: &mut Transcript,
    verifier: &dyn ClientCertVerifier,
) {
    let authorities = verifier.root_hint_subjects().iter().map(AsRef::as_ref);
    cx.add_message(transcript, |bytes| {
        let schemes = verifier.supported_verify_schemes();
        encode_certificate_request(bytes, &[], schemes, authorities);
    });
}

/// Adds the server's certificate and the proof that the key is its own.
fn authenticate(
    cx: &mut CommonState,
    transcript: &mut Transcript,
    auth: &ServerAuth,
) -> Result<(), Error> {
    cx.add_message(transcript, |bytes| {
        encode_certificate(bytes, &[], &auth.certified.cert);
    });
    let content = signed_content(Signer::Server, transcript.current().as_ref());
    let signature = auth.certified.key.sign(auth.scheme, content.as_ref())?;
    cx.add_message(transcript, |bytes| {
        CertificateVerify {
            scheme: auth.scheme,
            signature: &signature,
        }
        .encode(bytes);
    });
    Ok(())
}

/// Sends the Finished, and with it all that waits in the flight.
fn send_finished(
    cx: &mut CommonState,
    transcript: &mut Transcript,
    suite: &Tls13CipherSuite,
    secret: &Secret,
) -> Result<(), Error> {
    let verify_data = finished(suite, secret, &transcript.current());
    cx.add_message(transcript, |bytes| {
        Finished {
            verify_data: verify_data.as_ref(),
        }
        .encode(bytes);
    });
    cx.send_flight()
}

/// What goes from state to state up to CONNECTED.
struct Handshake {
    config: Arc<ServerConfig>,
    suite: &'static Tls13CipherSuite,
    transcript: Transcript,
    client_secret: Secret,
    master: MasterSecret,
    traffic: Traffic,
    /// The client can use tickets.
    sends_tickets: bool,
}
