//! The server's certificates, and the proof that the key is its own.

use codec::HandshakeType;
use pki_types::CertificateDer;
use state::{Message, Payload, State};

use super::Handshake;
use super::client_auth::ClientAuth;
use super::finished::WaitFinished;
use crate::common::{CommonState, NextState, keep_chain};
use crate::crypto::Digest;
use crate::msgs::{
    Certificate, CertificateRequest, CertificateVerify, ExtensionSet, Signer, signed_content,
};
use crate::{Error, PeerMisbehaved};

/// WAIT_CERT_CR
pub(super) struct WaitCertificateOrRequest {
    pub(super) handshake: Handshake,
    pub(super) offered: ExtensionSet,
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
