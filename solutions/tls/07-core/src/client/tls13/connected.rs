//! After the handshake: tickets and new keys.

use std::sync::Arc;

use codec::HandshakeType;
use pki_types::ServerName;
use state::{Message, State};

use crate::client::ClientConfig;
use crate::client::session::Tls13ClientSession;
use crate::common::{CommonState, NextState};
use crate::crypto::Tls13CipherSuite;
use crate::key_schedule::resumption_psk;
use crate::msgs::NewSessionTicket;
use crate::secret::Secret;

/// How many of a connection's tickets are looked at.
const MAX_TICKETS: usize = 16;

/// CONNECTED
pub(super) struct Connected {
    pub(super) config: Arc<ClientConfig>,
    pub(super) server_name: ServerName<'static>,
    pub(super) suite: &'static Tls13CipherSuite,
    pub(super) resumption: Secret,
    /// How many were looked at.
    pub(super) tickets: usize,
}

impl State<CommonState> for Connected {
    fn handle<'m>(mut self: Box<Self>, cx: &mut CommonState, message: Message<'m>) -> NextState<'m>
    where
        Self: 'm,
    {
        match message.typ {
            HandshakeType::NEW_SESSION_TICKET => {
                self.keep_ticket(cx, &NewSessionTicket::decode(message.body)?);
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
    /// Keeps what a later connection needs (section 4.6.1). This one needs no ticket: if it
    /// cannot be kept, it is not.
    fn keep_ticket(&mut self, cx: &CommonState, ticket: &NewSessionTicket<'_>) {
        if !self.config.offers_resumption() || self.tickets == MAX_TICKETS {
            return;
        }
        self.tickets += 1;
        let Ok(now) = self.config.current_time() else {
            return;
        };
        let session = Tls13ClientSession::new(
            &self.config,
            self.suite,
            resumption_psk(self.suite, &self.resumption, ticket.ticket_nonce),
            ticket,
            now,
            &cx.negotiated,
        );
        if let Some(session) = session {
            self.config.put_session(&self.server_name, session);
        }
    }
}
