//! What the server answers to the extensions of the hello.

use codec::HandshakeType;
use state::{Message, State};

use super::Handshake;
use super::certificate::WaitCertificateOrRequest;
use super::finished::WaitFinished;
use crate::PeerMisbehaved;
use crate::client::session::Tls13ClientSession;
use crate::common::{CommonState, NextState};
use crate::msgs::{EncryptedExtensions, ExtensionSet};

/// WAIT_EE
pub(super) struct WaitEncryptedExtensions {
    pub(super) handshake: Handshake,
    pub(super) offered: ExtensionSet,
    pub(super) session: Option<Tls13ClientSession>,
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
