//! What goes out: handshake messages, alerts, application data.

use std::io;

use codec::Codec;
use deframer::{ContentType, HEADER_LENGTH};

use super::traffic::KEY_UPDATE_LENGTH;
use super::{CommonState, Side};
use crate::msgs::EncryptedExtensions;
use crate::record::{RECORD_OVERHEAD, frame_plaintext};
use crate::transcript::Transcript;
use crate::{Alert, AlertDescription, AlertLevel, Error, ProtocolVersion};

/// How many bytes wait to be written before a [`Writer`](crate::Writer) takes no more.
pub const DEFAULT_BUFFER_LIMIT: usize = 64 * 1024;

impl CommonState {
    /// Bounds the bytes that wait to be written, [`DEFAULT_BUFFER_LIMIT`] to begin
    /// with; `None` is no bound. A record takes as much data as there is room for, and its
    /// header and tag come on top. What the connection itself has to say, an alert for
    /// one, is never held up.
    ///
    /// Data that waits for the end of the handshake is bounded alike, and by itself.
    pub fn set_buffer_limit(&mut self, limit: Option<usize>) {
        self.buffer_limit = limit.unwrap_or(usize::MAX);
    }

    /// Writes records to `sink`, once, and returns how many bytes it took.
    ///
    /// # Errors
    ///
    /// What `sink` says.
    pub fn write_tls(&mut self, sink: &mut dyn io::Write) -> io::Result<usize> {
        let count = self.outgoing.write_to(sink)?;
        if self.outgoing.is_empty() {
            self.everything_is_written();
        }
        Ok(count)
    }

    /// A connection that waits needs no memory to write into.
    fn everything_is_written(&mut self) {
        self.key_update_waits = false;
        // The next message of a handshake comes soon.
        if !self.is_handshaking() {
            self.outgoing.release();
        }
    }

    /// How many bytes of records wait to be written.
    pub(crate) fn bytes_to_write(&self) -> usize {
        self.outgoing.len()
    }

    /// Gives the memory of empty buffers back.
    pub(crate) fn release_buffers(&mut self) {
        self.outgoing.release();
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
        let flight = self.outgoing.flight();
        let start = flight.len();
        encode(flight);
        transcript.add_encoded(&flight[start..]);
    }

    /// Makes room for a flight of about that many bytes, so that it grows but once.
    pub(crate) fn reserve_flight(&mut self, length: usize) {
        let records = length.div_ceil(self.max_fragment) + 2;
        self.outgoing.reserve(length + records * RECORD_OVERHEAD);
    }

    /// Adds a message that belongs to no transcript.
    pub(crate) fn add_after_handshake(&mut self, encode: impl FnOnce(&mut Vec<u8>)) {
        encode(self.outgoing.flight());
    }

    /// Adds the EncryptedExtensions: what has been agreed upon beside the keys (RFC
    /// 8446, section 4.3.1).
    pub(crate) fn add_encrypted_extensions(&mut self, transcript: &mut Transcript) {
        let is_resumed = self.negotiated.is_resumed();
        let flight = self.outgoing.flight();
        let start = flight.len();
        EncryptedExtensions {
            // It was used, if only to tell sessions apart; one that goes on has its name
            // already (RFC 6066, section 3).
            server_name: self.negotiated.server_name.is_some() && !is_resumed,
            alpn: self.negotiated.alpn_protocol.as_deref(),
            early_data: false,
        }
        .encode(flight);
        #[cfg(test)]
        crate::replay::hooks::encrypted_extensions(flight, start);
        transcript.add_encoded(&flight[start..]);
    }

    /// Sends the messages of the flight, in as few records as they need.
    pub(crate) fn send_flight(&mut self) -> Result<(), Error> {
        // A handshake may go on behind it, but nothing more is sent (RFC 8446, section 6.1).
        if self.sent_close_notify {
            self.outgoing.drop_flight();
            return Ok(());
        }
        match self.outgoing.flight_length() {
            0 => {
                self.outgoing.drop_flight();
                Ok(())
            }
            length if length <= self.max_fragment => self.seal_flight(),
            _ => {
                let messages = self.outgoing.take_flight();
                self.send_records(ContentType::HANDSHAKE, &messages)
            }
        }
    }

    /// Makes one record of the flight, where it lies.
    fn seal_flight(&mut self) -> Result<(), Error> {
        let version = self.plaintext_version(ContentType::HANDSHAKE);
        let sealer = &mut self.sealer;
        self.outgoing.seal_flight(|records, start| match sealer {
            Some(sealer) => sealer.seal_in_place(ContentType::HANDSHAKE, records, start),
            None => {
                frame_plaintext(ContentType::HANDSHAKE, version, &mut records[start..]);
                Ok(())
            }
        })
    }

    /// What a record without protection says. A first ClientHello says 1.0, for servers
    /// that look; nothing else may (RFC 8446, section 5.1).
    fn plaintext_version(&self, content_type: ContentType) -> u16 {
        match (self.side, content_type) {
            (Side::Client, ContentType::HANDSHAKE) if !self.sent_change_cipher_spec => 0x0301,
            _ => ProtocolVersion::TLSV1_2.0,
        }
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
            self.write_plaintext(ContentType::CHANGE_CIPHER_SPEC, version, &[1]);
        }
    }

    /// Says that nothing more will be sent (RFC 8446, section 6.1). What is written afterwards
    /// is refused, and what waits for the end of the handshake is never sent.
    ///
    /// Nor are messages of the handshake. A client that closes before it has sent its
    /// Finished has given the handshake up; a server that does, after its own, may still see
    /// the client's.
    pub fn send_close_notify(&mut self) {
        if self.sent_close_notify || self.has_failed() {
            return;
        }
        self.sent_close_notify = true;
        self.send_alert(AlertLevel::WARNING, AlertDescription::CLOSE_NOTIFY);
    }

    /// Whether the connection has failed.
    #[inline]
    pub(crate) fn has_failed(&self) -> bool {
        self.failure.is_some()
    }

    /// The connection has failed. Tells the peer, once, and forgets what it sends with and
    /// derives from (RFC 8446, section 6.2). The keys for what comes stay with the loop,
    /// which opens no record any more.
    pub(crate) fn fail(&mut self, error: &Error) {
        if self.has_failed() {
            return;
        }
        self.failure = Some(Box::new(error.clone()));
        self.outgoing.drop_flight();
        if let Some(description) = error.alert().filter(|_| !self.sent_close_notify) {
            self.send_alert(AlertLevel::FATAL, description);
        }
        self.traffic = None;
        self.sealer = None;
        self.new_opener = None;
        self.early_writes = Vec::new();
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
        if self.sealer.is_none() {
            let version = self.plaintext_version(content_type);
            self.write_plaintext(content_type, version, content);
            return Ok(());
        }
        self.write_sealed(content_type, content)
    }

    fn write_sealed(&mut self, content_type: ContentType, content: &[u8]) -> Result<(), Error> {
        let sealer = self.sealer.as_mut().ok_or(Error::EncryptError)?;
        let length = RECORD_OVERHEAD + content.len();
        self.outgoing.append(length, |record| {
            sealer.seal_into(content_type, content, record)
        })
    }

    fn write_plaintext(&mut self, content_type: ContentType, version: u16, content: &[u8]) {
        let length = HEADER_LENGTH + content.len();
        let Ok(()) = self.outgoing.append(length, |record| {
            record[HEADER_LENGTH..].copy_from_slice(content);
            frame_plaintext(content_type, version, record);
            Ok::<_, core::convert::Infallible>(())
        });
    }

    /// Whether this side may still send.
    ///
    /// # Errors
    ///
    /// Why the connection has failed if it has, and [`Error::Closed`] if this side has closed.
    pub(super) fn check_open(&self) -> Result<(), Error> {
        match &self.failure {
            Some(failure) => Err(Error::clone(failure)),
            None if self.sent_close_notify => Err(Error::Closed),
            None => Ok(()),
        }
    }

    /// Seals as much of `data` as the buffer limit allows and returns how much that
    /// was. Before the handshake is over the data is kept, within the same limit.
    ///
    /// # Errors
    ///
    /// Nothing was taken.
    ///
    /// - Why the connection has failed if it has, and [`Error::Closed`] if this side has
    ///   closed.
    /// - [`Error::EncryptError`] if the keys are used up and no new ones could be had.
    pub(crate) fn write_data(&mut self, data: &[u8]) -> Result<usize, Error> {
        self.check_open()?;
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
            match self.write_fragment(fragment) {
                Ok(()) => written += fragment.len(),
                // What was taken is taken: the next call says why it was not more.
                Err(_) if written > 0 => break,
                Err(error) => return Err(error),
            }
        }
        Ok(written)
    }

    /// Makes a record of application data.
    #[inline]
    fn write_fragment(&mut self, fragment: &[u8]) -> Result<(), Error> {
        if self.needs_new_keys() {
            self.renew_keys()?;
        }
        self.outgoing.share();
        self.write_sealed(ContentType::APPLICATION_DATA, fragment)?;
        // The next request is to be answered before the next data (section 4.6.3).
        self.key_update_waits = false;
        Ok(())
    }

    fn room(&self, used: usize) -> usize {
        self.buffer_limit.saturating_sub(used)
    }

    /// Sends what was written before the handshake was over.
    pub(super) fn send_early_writes(&mut self) -> Result<(), Error> {
        let data = core::mem::take(&mut self.early_writes);
        if self.sent_close_notify {
            return Ok(());
        }
        for fragment in data.chunks(self.max_fragment) {
            self.write_fragment(fragment)?;
        }
        Ok(())
    }

    /// Writes the records that wait, and then `data` as records, into `out`. Returns
    /// how many bytes that were.
    ///
    /// # Errors
    ///
    /// Nothing was taken, unless it is the provider's AEAD that fails.
    ///
    /// - As [`write_data`](Self::write_data).
    /// - [`Error::HandshakeNotComplete`] during the handshake.
    /// - [`Error::InsufficientSize`] if `out` is too short: it needs
    ///   [`sealed_length`](Self::sealed_length).
    pub(crate) fn seal_data(&mut self, data: &[u8], out: &mut [u8]) -> Result<usize, Error> {
        self.check_open()?;
        if !self.may_send_data {
            return Err(Error::HandshakeNotComplete);
        }
        let length = self.sealed_length(data.len());
        let Some(mut out) = out.get_mut(..length) else {
            return Err(Error::InsufficientSize {
                required_size: length,
            });
        };
        // Keys that are used up are found out before anything is taken; those that follow
        // them seal as much as they should.
        if !data.is_empty() && self.needs_new_keys() {
            self.renew_keys()?;
        }
        out = self.take_waiting(out);
        for fragment in data.chunks(self.max_fragment) {
            if self.needs_new_keys() {
                self.renew_keys()?;
                out = self.take_waiting(out);
            }
            let sealer = self.sealer.as_mut().ok_or(Error::EncryptError)?;
            let (record, rest) = out.split_at_mut(RECORD_OVERHEAD + fragment.len());
            sealer.seal_into(ContentType::APPLICATION_DATA, fragment, record)?;
            out = rest;
        }
        Ok(length)
    }

    /// Moves the records that wait to the front of `out`, and returns what is behind them:
    /// the order on the wire is the order in which they were sealed.
    #[inline]
    fn take_waiting<'o>(&mut self, out: &'o mut [u8]) -> &'o mut [u8] {
        if self.outgoing.is_empty() {
            return out;
        }
        let waiting = self.outgoing.take_into(out);
        self.everything_is_written();
        &mut out[waiting..]
    }

    /// How many bytes the records that wait take, and those that `length` bytes of
    /// data become, with the KeyUpdates between them if they need new keys. No more than
    /// `usize::MAX`.
    pub(crate) fn sealed_length(&self, length: usize) -> usize {
        let records = self.records(length);
        let sealer = self.sealer.as_ref();
        let updates = sealer.map_or(0, |sealer| sealer.key_updates(records));
        let all = [
            records.saturating_mul(RECORD_OVERHEAD),
            updates.saturating_mul(KEY_UPDATE_LENGTH + RECORD_OVERHEAD),
            length,
        ];
        all.into_iter()
            .fold(self.outgoing.len(), usize::saturating_add)
    }

    /// How many records that much data becomes.
    fn records(&self, length: usize) -> usize {
        match length {
            // Nearly always, and without a division.
            1.. if length <= self.max_fragment => 1,
            _ => length.div_ceil(self.max_fragment),
        }
    }
}
