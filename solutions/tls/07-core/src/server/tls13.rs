//! The server's states after the ClientHello (RFC 8446, appendix A.2).
//!
//! ```text
//!  NEGOTIATED ─┬─ no client authentication, or resumed ──→ WAIT_FINISHED ─→ CONNECTED
//!              └→ WAIT_CERT ─┬─ empty ────────────────────↗
//!                            └→ WAIT_CV ──────────────────↗
//! ```

use std::sync::Arc;

use codec::HandshakeType;
use pki_types::CertificateDer;
use state::{Message, Payload, State};

use super::ServerConfig;
use super::hello::{Authentication, Chosen, ReceivedHello};
use super::session::ServerSessionState;
use crate::common::{CommonState, NextState, Traffic, keep_chain};
use crate::crypto::{CompletedKeyExchange, Digest, Tls13CipherSuite};
use crate::key_log;
use crate::key_schedule::{EarlySecret, MasterSecret, finished, resumption_psk, verify_finished};
use crate::msgs::{
    Certificate, CertificateVerify, ExtensionSet, Finished, NewServerHello, NewSessionTicket,
    Signer, encode_certificate, encode_certificate_request, signed_content,
};
use crate::secret::Secret;
use crate::ticket::lifetime_left;
use crate::transcript::Transcript;
use crate::{Error, PeerMisbehaved};

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

/// WAIT_CERT
struct WaitCertificate {
    handshake: Handshake,
}

impl State<CommonState> for WaitCertificate {
    fn handle<'m>(self: Box<Self>, _: &mut CommonState, message: Message<'m>) -> NextState<'m>
    where
        Self: 'm,
    {
        if message.typ != HandshakeType::CERTIFICATE {
            return Err(CommonState::unexpected("WAIT_CERT", message.typ));
        }
        let mut handshake = self.handshake;
        // The request had no extensions that a certificate may answer.
        let certificate = Certificate::decode(message.body, ExtensionSet::of(&[]))?;
        if !certificate.context.is_empty() {
            return Err(PeerMisbehaved::WrongContext.into());
        }
        handshake.transcript.add(message);
        if certificate.end_entity().is_none() {
            if handshake.config.verifier.client_auth_mandatory() {
                return Err(Error::NoCertificatesPresented);
            }
            return Ok(Box::new(WaitFinished { handshake }));
        }
        Ok(Box::new(WaitCertificateVerify {
            signed: handshake.transcript.current(),
            handshake,
            certificate: Payload::Borrowed(message.body),
        }))
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<CommonState>> {
        self
    }
}

/// WAIT_CV. It keeps the client's certificates: a slice of the receive buffer, if
/// the CertificateVerify arrives along with them.
struct WaitCertificateVerify<'a> {
    handshake: Handshake,
    /// The body of the Certificate message.
    certificate: Payload<'a>,
    /// The transcript up to there.
    signed: Digest,
}

impl<'a> State<CommonState> for WaitCertificateVerify<'a> {
    fn handle<'m>(self: Box<Self>, cx: &mut CommonState, message: Message<'m>) -> NextState<'m>
    where
        Self: 'm,
    {
        if message.typ != HandshakeType::CERTIFICATE_VERIFY {
            return Err(CommonState::unexpected("WAIT_CV", message.typ));
        }
        let Self {
            mut handshake,
            certificate,
            signed,
        } = *self;
        let verify = CertificateVerify::decode(message.body)?;
        let config = &handshake.config;
        let verifier = &config.verifier;
        if !verify.scheme.signs_handshakes()
            || !verifier.supported_verify_schemes().contains(&verify.scheme)
        {
            return Err(PeerMisbehaved::SignedWithUnofferedScheme.into());
        }

        let chain: Vec<CertificateDer<'_>> =
            Certificate::decode(&certificate, ExtensionSet::of(&[]))?
                .certificates()
                .collect();
        let Some((end_entity, intermediates)) = chain.split_first() else {
            return Err(Error::NoCertificatesPresented);
        };
        let now = config.current_time()?;
        verifier.verify_client_cert(end_entity, intermediates, now)?;
        let content = signed_content(Signer::Client, signed.as_ref());
        verifier.verify_tls13_signature(
            content.as_ref(),
            end_entity,
            verify.scheme,
            verify.signature,
        )?;
        if config.keep_peer_certificates {
            cx.negotiated.peer_certificates = Some(keep_chain(&chain));
        }
        cx.negotiated.client_authenticated = true;
        cx.negotiated.authenticated_at = Some(now);
        handshake.transcript.add(message);
        Ok(Box::new(WaitFinished { handshake }))
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<CommonState>> {
        let Self {
            handshake,
            certificate,
            signed,
        } = *self;
        Box::new(WaitCertificateVerify {
            handshake,
            certificate: certificate.into_owned(),
            signed,
        })
    }
}

/// WAIT_FINISHED
struct WaitFinished {
    handshake: Handshake,
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

/// Sends the tickets of the configuration (section 4.6.1).
fn send_tickets(
    cx: &mut CommonState,
    config: &ServerConfig,
    suite: &'static Tls13CipherSuite,
    resumption: &Secret,
) -> Result<(), Error> {
    let tickets = config.sends_tickets();
    if tickets == 0 {
        return Ok(());
    }
    let now = config.current_time()?;
    let authenticated_at = *cx.negotiated.authenticated_at.get_or_insert(now);
    let lifetime = config
        .ticket_lifetime()
        .min(lifetime_left(authenticated_at, now));
    if lifetime == 0 {
        return Ok(());
    }
    let mut session = ServerSessionState {
        suite,
        secret: resumption.clone(),
        created_at: now,
        authenticated_at,
        lifetime,
        server_name: cx.negotiated.server_name.as_deref().map(Into::into),
        client_certificates: cx.negotiated.peer_certificates.clone(),
        client_authenticated: cx.negotiated.client_authenticated,
    };
    for number in 0..tickets {
        // A connection's tickets need nonces that differ, and nothing more.
        let nonce = (number as u64).to_be_bytes();
        session.secret = resumption_psk(suite, resumption, &nonce);
        let mut age_add = [0; 4];
        config.provider.secure_random.fill(&mut age_add)?;
        let Some(ticket) = config.issue_ticket(&session) else {
            break;
        };
        cx.add_after_handshake(|bytes| {
            NewSessionTicket {
                ticket_lifetime: session.lifetime,
                ticket_age_add: u32::from_be_bytes(age_add),
                ticket_nonce: &nonce,
                ticket: &ticket,
                max_early_data_size: None,
            }
            .encode(bytes);
        });
    }
    cx.send_flight()
}

/// CONNECTED
struct Connected;

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
