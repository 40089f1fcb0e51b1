//! The client's certificates, and the proof that the key is its own.

use codec::HandshakeType;
use pki_types::CertificateDer;
use state::{Message, Payload, State};

use super::Handshake;
use super::finished::WaitFinished;
use crate::common::{CommonState, NextState, keep_chain};
use crate::crypto::Digest;
use crate::msgs::{Certificate, CertificateVerify, ExtensionSet, Signer, signed_content};
use crate::{Error, PeerMisbehaved};

/// WAIT_CERT
pub(super) struct WaitCertificate {
    pub(super) handshake: Handshake,
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
