//! The client's states after the ServerHello (RFC 8446, appendix A.1).
//!
//! ```text
//!  WAIT_SH ─→ WAIT_EE ─┬─ resumed ─────────────────────────────→ WAIT_FINISHED ─→ CONNECTED
//!                      └→ WAIT_CERT_CR ─┬→ WAIT_CERT ─→ WAIT_CV ─↗
//!                                       └──────────────↗
//! ```

use std::sync::Arc;

use codec::HandshakeType;
use pki_types::{CertificateDer, ServerName};
use state::{Message, Payload, State};

use super::session::Tls13ClientSession;
use super::{ClientConfig, CredentialRequest};
use crate::cert::CertifiedKey;
use crate::common::{CommonState, NextState, Traffic, keep_chain};
use crate::crypto::{Digest, Tls13CipherSuite};
use crate::key_log;
use crate::key_schedule::{HandshakeSecret, finished, resumption_psk, verify_finished};
use crate::msgs::{
    Certificate, CertificateRequest, CertificateVerify, EncryptedExtensions, ExtensionSet,
    Finished, NewSessionTicket, Signer, encode_certificate, signed_content,
};
use crate::secret::Secret;
use crate::transcript::Transcript;
use crate::{Error, NamedGroup, PeerMisbehaved, SignatureScheme};

/// What WAIT_SH has settled.
pub(super) struct Begin {
    pub(super) config: Arc<ClientConfig>,
    pub(super) server_name: ServerName<'static>,
    pub(super) random: [u8; 32],
    pub(super) suite: &'static Tls13CipherSuite,
    pub(super) transcript: Transcript,
    pub(super) secret: HandshakeSecret,
    pub(super) offered: ExtensionSet,
    /// The session that goes on, if one does.
    pub(super) session: Option<Tls13ClientSession>,
    /// The group to begin with the next time, once it is sure that the server chose it.
    pub(super) kx_hint: Option<NamedGroup>,
}

/// Takes the handshake's keys into use.
pub(super) fn begin<'m>(cx: &mut CommonState, begin: Begin) -> NextState<'m> {
    let Begin {
        config,
        server_name,
        random,
        suite,
        transcript,
        secret,
        offered,
        session,
        kx_hint,
    } = begin;
    let hash = transcript.current();
    let client_secret = secret.client_handshake_traffic_secret(&hash);
    let server_secret = secret.server_handshake_traffic_secret(&hash);
    let log = &*config.key_log;
    key_log::offer(
        log,
        key_log::CLIENT_HANDSHAKE_TRAFFIC_SECRET,
        &random,
        &client_secret,
    );
    key_log::offer(
        log,
        key_log::SERVER_HANDSHAKE_TRAFFIC_SECRET,
        &random,
        &server_secret,
    );
    cx.receive_first_under(suite, &server_secret, 0);
    cx.send_change_cipher_spec();
    cx.send_under(suite, &client_secret);
    Ok(Box::new(WaitEncryptedExtensions {
        handshake: Handshake {
            config,
            server_name,
            random,
            suite,
            transcript,
            secret,
            client_secret,
            server_secret,
            kx_hint,
        },
        offered,
        session,
    }))
}

/// What goes from state to state up to CONNECTED.
struct Handshake {
    config: Arc<ClientConfig>,
    server_name: ServerName<'static>,
    random: [u8; 32],
    suite: &'static Tls13CipherSuite,
    transcript: Transcript,
    secret: HandshakeSecret,
    client_secret: Secret,
    server_secret: Secret,
    kx_hint: Option<NamedGroup>,
}

/// WAIT_EE
struct WaitEncryptedExtensions {
    handshake: Handshake,
    offered: ExtensionSet,
    session: Option<Tls13ClientSession>,
}

impl State<CommonState> for WaitEncryptedExtensions {
    fn handle<'m>(self: Box<Self>, cx: &mut CommonState, message: Message<'m>) -> NextState<'m>
    where
        Self: 'm,
    {
        if message.typ != HandshakeType::ENCRYPTED_EXTENSIONS {
            return Err(CommonState::unexpected("WAIT_EE", message.typ));
        }
        let Self {
            mut handshake,
            offered,
            session,
        } = *self;
        let extensions = EncryptedExtensions::decode(message.body, offered)?;
        handshake.transcript.add(message);
        if let Some(selected) = extensions.alpn {
            let offered = &handshake.config.alpn_protocols;
            if !offered.iter().any(|protocol| protocol == selected) {
                return Err(PeerMisbehaved::SelectedUnofferedApplicationProtocol.into());
            }
            cx.negotiated.alpn_protocol = Some(selected.to_vec());
        }
        match session {
            Some(session) => {
                cx.negotiated.peer_certificates = session.peer_certificates;
                cx.negotiated.authenticated_at = Some(session.authenticated_at);
                Ok(Box::new(WaitFinished {
                    handshake,
                    client_auth: None,
                }))
            }
            None => Ok(Box::new(WaitCertificateOrRequest { handshake, offered })),
        }
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<CommonState>> {
        self
    }
}

/// WAIT_CERT_CR
struct WaitCertificateOrRequest {
    handshake: Handshake,
    offered: ExtensionSet,
}

impl State<CommonState> for WaitCertificateOrRequest {
    fn handle<'m>(self: Box<Self>, _: &mut CommonState, message: Message<'m>) -> NextState<'m>
    where
        Self: 'm,
    {
        let Self {
            mut handshake,
            offered,
        } = *self;
        match message.typ {
            HandshakeType::CERTIFICATE => take_certificate(handshake, offered, None, message),
            HandshakeType::CERTIFICATE_REQUEST => {
                let request = CertificateRequest::decode(message.body)?;
                // Only requests after the handshake have one (section 4.3.2).
                if !request.context.is_empty() {
                    return Err(PeerMisbehaved::WrongContext.into());
                }
                handshake.transcript.add(message);
                let client_auth = ClientAuth::choose(&handshake.config, &request);
                Ok(Box::new(WaitCertificate {
                    handshake,
                    offered,
                    client_auth,
                }))
            }
            unexpected => Err(CommonState::unexpected("WAIT_CERT_CR", unexpected)),
        }
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<CommonState>> {
        self
    }
}

/// The answer to a CertificateRequest: a certificate and how to sign with it, or
/// none, which is an answer too (section 4.4.2).
struct ClientAuth(Option<(Arc<CertifiedKey>, SignatureScheme)>);

impl ClientAuth {
    fn choose(config: &ClientConfig, request: &CertificateRequest<'_>) -> Self {
        let schemes = request.signature_algorithms;
        let request = CredentialRequest::new(schemes, request.certificate_authorities);
        let certified = config.client_auth_cert_resolver.resolve(&request);
        Self(certified.and_then(|certified| {
            let scheme = certified.choose_scheme(request.signature_schemes())?;
            Some((certified, scheme))
        }))
    }
}

/// WAIT_CERT
struct WaitCertificate {
    handshake: Handshake,
    offered: ExtensionSet,
    client_auth: ClientAuth,
}

impl State<CommonState> for WaitCertificate {
    fn handle<'m>(self: Box<Self>, _: &mut CommonState, message: Message<'m>) -> NextState<'m>
    where
        Self: 'm,
    {
        if message.typ != HandshakeType::CERTIFICATE {
            return Err(CommonState::unexpected("WAIT_CERT", message.typ));
        }
        let Self {
            handshake,
            offered,
            client_auth,
        } = *self;
        take_certificate(handshake, offered, Some(client_auth), message)
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<CommonState>> {
        self
    }
}

// ANCHOR: take-certificate
/// Takes the server's certificates, where they lie.
fn take_certificate(
    mut handshake: Handshake,
    offered: ExtensionSet,
    client_auth: Option<ClientAuth>,
    message: Message<'_>,
) -> NextState<'_> {
    let certificate = Certificate::decode(message.body, offered)?;
    if !certificate.context.is_empty() {
        return Err(PeerMisbehaved::WrongContext.into());
    }
    // A server must have one (section 4.4.2.4).
    if certificate.end_entity().is_none() {
        return Err(codec::InvalidMessage::MissingData("a server's Certificate").into());
    }
    handshake.transcript.add(message);
    Ok(Box::new(WaitCertificateVerify {
        signed: handshake.transcript.current(),
        handshake,
        offered,
        certificate: Payload::Borrowed(message.body),
        client_auth,
    }))
}
// ANCHOR_END: take-certificate

// ANCHOR: wait-cv
/// WAIT_CV. It keeps the server's certificates: a slice of the receive buffer, if
/// the CertificateVerify arrives along with them.
struct WaitCertificateVerify<'a> {
    handshake: Handshake,
    offered: ExtensionSet,
    /// The body of the Certificate message.
    certificate: Payload<'a>,
    /// The transcript up to there.
    signed: Digest,
    client_auth: Option<ClientAuth>,
}
// ANCHOR_END: wait-cv

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
            offered,
            certificate,
            signed,
            client_auth,
        } = *self;
        let verify = CertificateVerify::decode(message.body)?;
        let config = &handshake.config;
        let verifier = &config.verifier;
        if !verify.scheme.signs_handshakes()
            || !verifier.supported_verify_schemes().contains(&verify.scheme)
        {
            return Err(PeerMisbehaved::SignedWithUnofferedScheme.into());
        }

        let chain: Vec<CertificateDer<'_>> = Certificate::decode(&certificate, offered)?
            .certificates()
            .collect();
        let Some((end_entity, intermediates)) = chain.split_first() else {
            return Err(Error::NoCertificatesPresented);
        };
        let now = config.current_time()?;
        verifier.verify_server_cert(end_entity, intermediates, &handshake.server_name, &[], now)?;
        let content = signed_content(Signer::Server, signed.as_ref());
        verifier.verify_tls13_signature(
            content.as_ref(),
            end_entity,
            verify.scheme,
            verify.signature,
        )?;
        cx.negotiated.authenticated_at = Some(now);
        if config.keep_peer_certificates {
            cx.negotiated.peer_certificates = Some(keep_chain(&chain));
        }
        handshake.transcript.add(message);
        Ok(Box::new(WaitFinished {
            handshake,
            client_auth,
        }))
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<CommonState>> {
        let Self {
            handshake,
            offered,
            certificate,
            signed,
            client_auth,
        } = *self;
        Box::new(WaitCertificateVerify {
            handshake,
            offered,
            certificate: certificate.into_owned(),
            signed,
            client_auth,
        })
    }
}

/// Room for a flight without certificates: a Finished, whatever the hash.
const FINISHED: usize = 64;

/// WAIT_FINISHED
struct WaitFinished {
    handshake: Handshake,
    client_auth: Option<ClientAuth>,
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

/// Sends the client's certificate and the proof that the key is its own.
fn authenticate(
    cx: &mut CommonState,
    transcript: &mut Transcript,
    ClientAuth(client_auth): ClientAuth,
) -> Result<(), Error> {
    let chain = client_auth
        .as_ref()
        .map_or(&[][..], |(certified, _)| &certified.cert);
    cx.add_message(transcript, |bytes| encode_certificate(bytes, &[], chain));
    let Some((certified, scheme)) = client_auth else {
        return Ok(());
    };
    let content = signed_content(Signer::Client, transcript.current().as_ref());
    let signature = certified.key.sign(scheme, content.as_ref())?;
    cx.add_message(transcript, |bytes| {
        CertificateVerify {
            scheme,
            signature: &signature,
        }
        .encode(bytes);
    });
    Ok(())
}

/// How many of a connection's tickets are looked at.
const MAX_TICKETS: usize = 16;

/// CONNECTED
struct Connected {
    config: Arc<ClientConfig>,
    server_name: ServerName<'static>,
    suite: &'static Tls13CipherSuite,
    resumption: Secret,
    /// How many were looked at.
    tickets: usize,
}

impl State<CommonState> for Connected {
    fn handle<'m>(mut self: Box<Self>, cx: &mut CommonState, message: Message<'m>) -> NextState<'m>
    where
        Self: 'm,
    {
        match message.typ {
            HandshakeType::NEW_SESSION_TICKET => {
                self.keep_ticket(cx, NewSessionTicket::decode(message.body)?)?;
                Ok(self)
            }
            HandshakeType::KEY_UPDATE => {
                cx.receive_key_update(message)?;
                Ok(self)
            }
            unexpected => Err(CommonState::unexpected("CONNECTED", unexpected)),
        }
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<CommonState>> {
        self
    }
}

impl Connected {
    /// Keeps what a later connection needs (section 4.6.1).
    fn keep_ticket(&mut self, cx: &CommonState, ticket: NewSessionTicket<'_>) -> Result<(), Error> {
        if !self.config.offers_resumption() || self.tickets == MAX_TICKETS {
            return Ok(());
        }
        self.tickets += 1;
        let session = Tls13ClientSession::new(
            &self.config,
            self.suite,
            resumption_psk(self.suite, &self.resumption, ticket.ticket_nonce),
            &ticket,
            self.config.current_time()?,
            &cx.negotiated,
        );
        if let Some(session) = session {
            self.config.put_session(&self.server_name, session);
        }
        Ok(())
    }
}
