//! Records that are no handshake.

use codec::Codec;
use connection::{Endpoint, Received};
use deframer::{ContentType, Record};
use state::Context;

use super::CommonState;
use crate::record::{RecordOpener, SKIPPED};
use crate::{Alert, AlertDescription, Error, PeerMisbehaved};

impl Context for CommonState {
    type Error = Error;
}

impl Endpoint for CommonState {
    type Opener = RecordOpener;

    #[inline]
    fn new_opener(&mut self) -> Option<RecordOpener> {
        // Nearly never: only then is there something to move.
        match self.new_opener {
            None => None,
            Some(_) => self.new_opener.take(),
        }
    }

    // ANCHOR: receive
    #[inline]
    fn receive(&mut self, record: Record<'_>) -> Result<Received, Error> {
        match record.content_type {
            ContentType::APPLICATION_DATA if self.may_receive_data => {
                if record.payload.is_empty() {
                    self.floods.empty_record()?;
                } else {
                    self.has_received_data = true;
                    self.floods.data();
                }
                Ok(Received::Data)
            }
            ContentType::APPLICATION_DATA => self.receive_early(record),
            ContentType::ALERT => self.receive_alert(record),
            ContentType::CHANGE_CIPHER_SPEC => self.receive_change_cipher_spec(record),
            SKIPPED => Ok(Received::Done),
            unexpected => Err(Error::InappropriateMessage(unexpected)),
        }
    }
    // ANCHOR_END: receive
}

impl CommonState {
    /// Application data before the end of the handshake.
    fn receive_early(&mut self, record: Record<'_>) -> Result<Received, Error> {
        if self.skip_record(record.payload.len())? {
            return Ok(Received::Done);
        }
        Err(Error::InappropriateMessage(record.content_type))
    }

    /// RFC 8446, section 6: what an alert means is in its description, whatever its
    /// level says.
    fn receive_alert(&mut self, record: Record<'_>) -> Result<Received, Error> {
        let alert = Alert::read_bytes(record.payload)?;
        match alert.description {
            AlertDescription::CLOSE_NOTIFY => {
                self.received_close_notify = true;
                Ok(Received::Closed)
            }
            AlertDescription::USER_CANCELED => {
                self.floods.warning()?;
                Ok(Received::Done)
            }
            description => Err(Error::AlertReceived(description)),
        }
    }

    /// RFC 8446, section 5: between the first ClientHello and the peer's Finished a
    /// single byte 1 is dropped; everything else is refused.
    fn receive_change_cipher_spec(&mut self, record: Record<'_>) -> Result<Received, Error> {
        if !self.may_receive_change_cipher_spec {
            return Err(Error::InappropriateMessage(record.content_type));
        }
        if record.payload != [1] {
            return Err(PeerMisbehaved::IllegalChangeCipherSpec.into());
        }
        self.floods.change_cipher_spec()?;
        Ok(Received::Done)
    }

    /// Whether any application data has come.
    #[inline]
    pub(crate) fn has_received_data(&self) -> bool {
        self.has_received_data
    }

    /// The first ClientHello is there.
    pub(crate) fn expect_change_cipher_spec(&mut self) {
        self.may_receive_change_cipher_spec = true;
    }
}
