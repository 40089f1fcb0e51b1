//! Keys: who uses which from when on, and how they are followed by others.

use codec::HandshakeType;
use deframer::ContentType;
use state::Message;

use super::{CommonState, Side};
use crate::Error;
use crate::crypto::Tls13CipherSuite;
use crate::key_schedule::{export, next_traffic_secret, traffic_key};
use crate::msgs::KeyUpdate;
use crate::record::{RecordOpener, Sealer};
use crate::secret::Secret;

/// The length in bytes of a KeyUpdate: its header, and whether it asks for another.
pub(super) const KEY_UPDATE_LENGTH: usize = 4 + 1;

/// What the keys of a finished handshake come from.
pub(crate) struct Traffic {
    pub(crate) suite: &'static Tls13CipherSuite,
    /// What this side sends under.
    pub(crate) sending: Secret,
    /// What the peer sends under.
    pub(crate) receiving: Secret,
    pub(crate) exporter: Secret,
}

impl Traffic {
    pub(super) fn export(
        &self,
        label: &[u8],
        context: Option<&[u8]>,
        out: &mut [u8],
    ) -> Result<(), Error> {
        export(self.suite, &self.exporter, label, context, out)
    }
}

impl CommonState {
    /// From the next record on, what is sent is sealed under this secret.
    pub(crate) fn send_under(&mut self, suite: &'static Tls13CipherSuite, secret: &Secret) {
        match &mut self.sealer {
            // The suite stays the same, so the keys fit where those before them are.
            Some(sealer) => sealer.rekey(suite, secret),
            None => {
                let key = traffic_key(suite, secret);
                self.sealer = Some(Sealer::new(key, suite.confidentiality_limit));
            }
        }
    }

    /// From the next record on, what is received is opened under this secret.
    pub(crate) fn receive_under(&mut self, suite: &'static Tls13CipherSuite, secret: &Secret) {
        self.new_opener = Some(RecordOpener::new(traffic_key(suite, secret)));
    }

    /// As [`receive_under`](Self::receive_under), for the first keys of the
    /// connection. Up to `skip` bytes that they do not open are dropped.
    pub(crate) fn receive_first_under(
        &mut self,
        suite: &'static Tls13CipherSuite,
        secret: &Secret,
        skip: usize,
    ) {
        self.new_opener = Some(RecordOpener::first(traffic_key(suite, secret), skip));
    }

    /// All messages of the handshake have come: the keys are in use, and data may come and
    /// go.
    pub(crate) fn start_traffic(&mut self, traffic: Traffic) -> Result<(), Error> {
        self.traffic = Some(traffic);
        self.outgoing.release();
        self.may_receive_change_cipher_spec = false;
        self.may_receive_data = true;
        // A client that has closed has sent no Finished: the handshake never ends.
        self.may_send_data = self.side == Side::Server || !self.sent_close_notify;
        self.send_early_writes()
    }

    /// Follows the keys that this side sends under by new ones, and asks the peer to
    /// do the same (RFC 8446, section 4.6.3).
    ///
    /// A peer need not put up with many in a row: one of this core's fails after
    /// [`MAX_KEY_UPDATES`](crate::MAX_KEY_UPDATES) without data between them.
    ///
    /// # Errors
    ///
    /// - [`Error::HandshakeNotComplete`] while the handshake is going on.
    /// - [`Error::Closed`] if this side has closed, and why the connection has failed if it
    ///   has.
    /// - [`Error::EncryptError`] if the keys are used up.
    pub fn refresh_traffic_keys(&mut self) -> Result<(), Error> {
        if self.is_handshaking() {
            return Err(Error::HandshakeNotComplete);
        }
        self.check_open()?;
        self.update_sending_keys(KeyUpdate::UpdateRequested)
    }

    /// Follows keys that are about to be used up.
    #[cold]
    pub(super) fn renew_keys(&mut self) -> Result<(), Error> {
        self.update_sending_keys(KeyUpdate::UpdateNotRequested)
    }

    /// Whether new keys have to come before the next record.
    #[inline]
    pub(super) fn needs_new_keys(&self) -> bool {
        self.sealer.as_ref().is_some_and(Sealer::is_worn_out)
    }

    fn update_sending_keys(&mut self, message: KeyUpdate) -> Result<(), Error> {
        let mut encoded = Vec::with_capacity(KEY_UPDATE_LENGTH);
        message.encode(&mut encoded);
        // In one record: no more is kept for it under the old keys.
        self.send_record(ContentType::HANDSHAKE, &encoded)?;
        let traffic = self.traffic.as_mut().ok_or(Error::HandshakeNotComplete)?;
        let sealer = self.sealer.as_mut().ok_or(Error::HandshakeNotComplete)?;
        traffic.sending = next_traffic_secret(traffic.suite, &traffic.sending);
        sealer.rekey(traffic.suite, &traffic.sending);
        Ok(())
    }

    /// Takes a KeyUpdate, and answers it if the peer asks for that.
    ///
    /// Of answers that wait to be written there is never more than one, without data
    /// behind it: the RFC allows a single one to a row of requests.
    pub(crate) fn receive_key_update(&mut self, message: Message<'_>) -> Result<(), Error> {
        debug_assert_eq!(message.typ, HandshakeType::KEY_UPDATE);
        let update = KeyUpdate::decode(message.body)?;
        self.floods.key_update()?;
        let traffic = self.traffic.as_mut().ok_or(Error::HandshakeNotComplete)?;
        traffic.receiving = next_traffic_secret(traffic.suite, &traffic.receiving);
        self.new_opener = Some(RecordOpener::new(traffic_key(
            traffic.suite,
            &traffic.receiving,
        )));
        let asked = matches!(update, KeyUpdate::UpdateRequested);
        if asked && !self.sent_close_notify && !self.key_update_waits {
            self.key_update_waits = true;
            self.update_sending_keys(KeyUpdate::UpdateNotRequested)?;
        }
        Ok(())
    }
}
