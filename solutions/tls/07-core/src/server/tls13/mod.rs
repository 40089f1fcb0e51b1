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

use super::ServerConfig;
use super::hello::{Authentication, Chosen, ReceivedHello};
use crate::PeerMisbehaved;
use crate::common::{CommonState, NextState, Traffic};
use crate::crypto::{CompletedKeyExchange, Tls13CipherSuite};
use crate::key_log;
use crate::key_schedule::{EarlySecret, MasterSecret, finished};
use crate::msgs::{
    CertificateVerify, Finished, NewServerHello, Signer, encode_certificate,
    encode_certificate_request, signed_content,
};
use crate::secret::Secret;
use crate::transcript::Transcript;
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

    let mut random = [0; 32];
    config.provider.secure_random.fill(&mut random)?;
    let session_id = hello.legacy_session_id.bytes();
    cx.reserve_flight(match &authentication {
        Authentication::Certificates(auth) => {
            HELLO + pub_key.len() + auth.certified.encoded_length()
        }
        Authentication::Resumed(_) => HELLO + pub_key.len(),
    });
    cx.add_message(&mut transcript, |bytes| {
        NewServerHello {
            random: &random,
            session_id,
            cipher_suite: suite.suite,
            key_share: Some((group.name(), &pub_key)),
            selected_psk: match authentication {
                Authentication::Resumed(index) => Some(index),
                Authentication::Certificates(_) => None,
            },
        }
        .encode(bytes);
    });
    cx.send_flight()?;
    if !session_id.is_empty() {
        cx.send_change_cipher_spec();
    }

    let secret = early_secret.into_handshake(&secret);
    let hash = transcript.current();
    let client_secret = secret.client_handshake_traffic_secret(&hash);
    let server_secret = secret.server_handshake_traffic_secret(&hash);
    let log = &*config.key_log;
    key_log::offer(
        log,
        key_log::CLIENT_HANDSHAKE_TRAFFIC_SECRET,
        hello.random,
        &client_secret,
    );
    key_log::offer(
        log,
        key_log::SERVER_HANDSHAKE_TRAFFIC_SECRET,
        hello.random,
        &server_secret,
    );
    cx.receive_first_under(suite, &client_secret, skip);
    cx.send_under(suite, &server_secret);

    cx.add_encrypted_extensions(&mut transcript);
    let mut asks_client = false;
    if let Authentication::Certificates(auth) = &authentication {
        asks_client = config.verifier.offer_client_auth();
        if asks_client {
            let verifier = &config.verifier;
            let authorities = verifier.root_hint_subjects().iter().map(AsRef::as_ref);
            cx.add_message(&mut transcript, |bytes| {
                let schemes = verifier.supported_verify_schemes();
                encode_certificate_request(bytes, &[], schemes, authorities);
            });
        }
        cx.add_message(&mut transcript, |bytes| {
            encode_certificate(bytes, &[], &auth.certified.cert);
        });
        let content = signed_content(Signer::Server, transcript.current().as_ref());
        let signature = auth.certified.key.sign(auth.scheme, content.as_ref())?;
        cx.add_message(&mut transcript, |bytes| {
            CertificateVerify {
                scheme: auth.scheme,
                signature: &signature,
            }
            .encode(bytes);
        });
    }
    let verify_data = finished(suite, &server_secret, &transcript.current());
    cx.add_message(&mut transcript, |bytes| {
        Finished {
            verify_data: verify_data.as_ref(),
        }
        .encode(bytes);
    });
    cx.send_flight()?;

    // The application's secrets end with the server's Finished (section 7.1).
    let server_finished = transcript.current();
    let master = secret.into_master();
    let sending = master.server_application_traffic_secret_0(&server_finished);
    let receiving = master.client_application_traffic_secret_0(&server_finished);
    let exporter = master.exporter_master_secret(&server_finished);
    key_log::offer(
        log,
        key_log::CLIENT_TRAFFIC_SECRET_0,
        hello.random,
        &receiving,
    );
    key_log::offer(
        log,
        key_log::SERVER_TRAFFIC_SECRET_0,
        hello.random,
        &sending,
    );
    key_log::offer(log, key_log::EXPORTER_SECRET, hello.random, &exporter);
    cx.send_under(suite, &sending);

    let handshake = Handshake {
        sends_tickets: extensions.offers_psk_dhe_ke(),
        config,
        suite,
        transcript,
        client_secret,
        master,
        traffic: Traffic {
            suite,
            sending,
            receiving,
            exporter,
        },
    };
    Ok(match asks_client {
        true => Box::new(WaitCertificate { handshake }),
        false => Box::new(WaitFinished { handshake }),
    })
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
