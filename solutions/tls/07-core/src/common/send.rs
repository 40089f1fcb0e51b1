//! What goes out: handshake messages, alerts, application data.

use std::io;

use codec::Codec;
use deframer::ContentType;

use super::traffic::KEY_UPDATE_LENGTH;
use super::{CommonState, Side};
use crate::msgs::EncryptedExtensions;
use crate::record::{RECORD_OVERHEAD, write_plaintext};
use crate::transcript::Transcript;
use crate::{Alert, AlertDescription, AlertLevel, Error, ProtocolVersion};

/// How many bytes wait to be written before a [`Writer`](crate::Writer) takes no more.
pub const DEFAULT_BUFFER_LIMIT: usize = 64 * 1024;

impl CommonState {
    /// Bounds the bytes that wait to be written, [`DEFAULT_BUFFER_LIMIT`] to begin
    /// with; `None` is no bound. It is checked before a record is made, so up to one
    /// record more may wait.
    pub fn set_buffer_limit(&mut self, limit: Option<usize>) {
        self.buffer_limit = limit;
    }

    /// Writes records to `sink`, once, and returns how many bytes it took.
    ///
    /// # Errors
    ///
    /// What `sink` says.
    pub fn write_tls(&mut self, sink: &mut dyn io::Write) -> io::Result<usize> {
        let count = self.outgoing.write_to(sink)?;
        if self.outgoing.is_empty() {
            self.key_update_waits = false;
            if self.outgoing_is_handshake && self.may_send_data {
                self.outgoing_is_handshake = false;
                self.outgoing.release();
            }
        }
        Ok(count)
    }

    /// How many bytes of records wait to be written.
    pub(crate) fn bytes_to_write(&self) -> usize {
        self.outgoing.len()
    }

    /// Gives the memory of empty buffers back.
    pub(crate) fn release_buffers(&mut self) {
        self.outgoing.release();
        if self.flight.is_empty() {
            self.flight = Vec::new();
        }
    }

    /// The most bytes of content in a record that is sent.
    pub(crate) fn set_max_fragment_size(&mut self, size: usize) {
        self.max_fragment = size;
    }

    /// Adds a handshake message to the flight, and to the transcript.
    pub(crate) fn add_message(
        &mut self,
        transcript: &mut Transcript,
        encode: impl FnOnce(&mut Vec<u8>),
    ) {
        let start = self.flight.len();
        encode(&mut self.flight);
        transcript.add_encoded(&self.flight[start..]);
    }

    /// Makes room for a flight of about that many bytes, so that it grows but once.
    pub(crate) fn reserve_flight(&mut self, length: usize) {
        self.flight.reserve(length);
        let records = length.div_ceil(self.max_fragment) + 2;
        self.outgoing
            .end()
            .reserve(length + records * RECORD_OVERHEAD);
    }

    /// Adds a message that belongs to no transcript.
    pub(crate) fn add_after_handshake(&mut self, encode: impl FnOnce(&mut Vec<u8>)) {
        encode(&mut self.flight);
    }

    /// Adds the EncryptedExtensions: what has been agreed upon beside the keys (RFC
    /// 8446, section 4.3.1).
    pub(crate) fn add_encrypted_extensions(&mut self, transcript: &mut Transcript) {
        let start = self.flight.len();
        EncryptedExtensions {
            server_name: false,
            alpn: self.negotiated.alpn_protocol.as_deref(),
            early_data: false,
        }
        .encode(&mut self.flight);
        #[cfg(test)]
        crate::replay::hooks::encrypted_extensions(&mut self.flight, start);
        transcript.add_encoded(&self.flight[start..]);
    }

    /// Sends the messages of the flight, in as few records as they need.
    pub(crate) fn send_flight(&mut self) -> Result<(), Error> {
        let mut flight = core::mem::take(&mut self.flight);
        let sent = self.send_records(ContentType::HANDSHAKE, &flight);
        flight.clear();
        self.flight = flight;
        sent
    }

    /// Sends an encoded handshake message that belongs to no flight.
    pub(crate) fn send_message(&mut self, message: &[u8]) -> Result<(), Error> {
        self.send_records(ContentType::HANDSHAKE, message)
    }

    /// Sends the `change_cipher_spec` of middlebox compatibility, once (RFC 8446,
    /// appendix D.4).
    pub(crate) fn send_change_cipher_spec(&mut self) {
        if !core::mem::replace(&mut self.sent_change_cipher_spec, true) && !self.sent_close_notify {
            let version = ProtocolVersion::TLSV1_2.0;
            write_plaintext(
                ContentType::CHANGE_CIPHER_SPEC,
                version,
                &[1],
                self.outgoing.end(),
            );
        }
    }

    /// Says that nothing more will be sent. What is written afterwards is refused, and
    /// what waits for the end of the handshake is never sent.
    pub fn send_close_notify(&mut self) {
        if self.sent_close_notify || self.sent_fatal_alert {
            return;
        }
        self.sent_close_notify = true;
        self.send_alert(AlertLevel::WARNING, AlertDescription::CLOSE_NOTIFY);
    }

    /// The connection has failed. Tells the peer, once.
    pub(crate) fn fail(&mut self, error: &Error) {
        if core::mem::replace(&mut self.sent_fatal_alert, true) {
            return;
        }
        self.flight = Vec::new();
        if let Some(description) = error.alert().filter(|_| !self.sent_close_notify) {
            self.send_alert(AlertLevel::FATAL, description);
        }
    }

    fn send_alert(&mut self, level: AlertLevel, description: AlertDescription) {
        let alert = Alert { level, description }.get_encoding();
        // Without a record left under these keys the peer learns it from the end of
        // the stream.
        let _ = self.send_record(ContentType::ALERT, &alert);
    }

    fn send_records(&mut self, content_type: ContentType, content: &[u8]) -> Result<(), Error> {
        for fragment in content.chunks(self.max_fragment) {
            self.send_record(content_type, fragment)?;
        }
        Ok(())
    }

    /// Sends one record, however small the others are: what must not be split.
    pub(super) fn send_record(
        &mut self,
        content_type: ContentType,
        content: &[u8],
    ) -> Result<(), Error> {
        // A handshake may go on behind it, but nothing more is sent (RFC 8446, section 6.1).
        if self.sent_close_notify && content_type != ContentType::ALERT {
            return Ok(());
        }
        let records = self.outgoing.end();
        match &mut self.sealer {
            Some(sealer) => sealer.seal(content_type, content, records)?,
            None => {
                // A first ClientHello says 1.0, for servers that look (RFC 8446,
                // section 5.1).
                let first = self.side == Side::Client && !self.sent_change_cipher_spec;
                let version = if first { 0x0301 } else { 0x0303 };
                write_plaintext(content_type, version, content, records);
            }
        }
        Ok(())
    }

    /// Seals as much of `data` as the buffer limit allows and returns how much that
    /// was. Before the handshake is over the data is kept, within the same limit.
    ///
    /// # Errors
    ///
    /// [`Error::EncryptError`] if the keys are used up and no new ones could be had;
    /// [`Error::General`] if this side has closed or failed.
    pub(crate) fn write_data(&mut self, data: &[u8]) -> Result<usize, Error> {
        if self.sent_close_notify || self.sent_fatal_alert {
            return Err(Error::General("this side has closed the connection".into()));
        }
        if !self.may_send_data {
            let data = &data[..self.room(self.early_writes.len()).min(data.len())];
            self.early_writes.extend_from_slice(data);
            return Ok(data.len());
        }
        let mut written = 0;
        for fragment in data.chunks(self.max_fragment) {
            let fragment = &fragment[..self.room(self.outgoing.len()).min(fragment.len())];
            if fragment.is_empty() {
                break;
            }
            self.renew_worn_out_keys(1)?;
            let sealer = self.sealer.as_mut().ok_or(Error::EncryptError)?;
            sealer.seal(ContentType::APPLICATION_DATA, fragment, self.outgoing.end())?;
            written += fragment.len();
        }
        Ok(written)
    }

    fn room(&self, used: usize) -> usize {
        self.buffer_limit
            .map_or(usize::MAX, |limit| limit.saturating_sub(used))
    }

    /// Sends what was written before the handshake was over.
    pub(super) fn send_early_writes(&mut self) -> Result<(), Error> {
        let data = core::mem::take(&mut self.early_writes);
        if self.sent_close_notify {
            return Ok(());
        }
        let limit = self.buffer_limit.take();
        let sent = self.write_data(&data);
        self.buffer_limit = limit;
        sent.map(|_| ())
    }

    /// Writes the records that wait, and then `data` as records, into `out`. Returns
    /// how many bytes that were.
    ///
    /// # Errors
    ///
    /// As [`write_data`](Self::write_data), [`Error::HandshakeNotComplete`] during the
    /// handshake, and [`Error::General`] if `out` is too short: it needs
    /// [`sealed_length`](Self::sealed_length).
    pub(crate) fn seal_data(&mut self, data: &[u8], out: &mut [u8]) -> Result<usize, Error> {
        if self.sent_close_notify || self.sent_fatal_alert {
            return Err(Error::General("this side has closed the connection".into()));
        }
        if !self.may_send_data {
            return Err(Error::HandshakeNotComplete);
        }
        let length = self.sealed_length(data.len());
        let Some(out) = out.get_mut(..length) else {
            return Err(Error::General(format!("these records take {length} bytes")));
        };
        self.renew_worn_out_keys(data.len().div_ceil(self.max_fragment))?;
        // The order on the wire is the order in which they were sealed.
        let waiting = self.outgoing.take_into(out);
        let (_, mut out) = out.split_at_mut(waiting);
        self.key_update_waits = false;
        let sealer = self.sealer.as_mut().ok_or(Error::EncryptError)?;
        for fragment in data.chunks(self.max_fragment) {
            let (record, rest) = out.split_at_mut(RECORD_OVERHEAD + fragment.len());
            sealer.seal_into(ContentType::APPLICATION_DATA, fragment, record)?;
            out = rest;
        }
        Ok(length)
    }

    /// How many bytes the records that wait take, and those that `length` bytes of
    /// data become, with the KeyUpdate in front of them if they need new keys.
    pub(crate) fn sealed_length(&self, length: usize) -> usize {
        let records = length.div_ceil(self.max_fragment);
        let update = match self.needs_new_keys(records) {
            true => KEY_UPDATE_LENGTH + RECORD_OVERHEAD,
            false => 0,
        };
        self.outgoing.len() + update + length + records * RECORD_OVERHEAD
    }
}
