//! The way out.

use deframer::{ContentType, HEADER_LENGTH, RecordHeader};

use crate::crypto::{TAG_LENGTH, Tls13CipherSuite, copy_and_seal};
use crate::key_schedule::TrafficKey;
use crate::{Error, Secret};

/// How much longer than its content a protected record is: the header, the byte for
/// the real type, and the tag.
pub(crate) const RECORD_OVERHEAD: usize = HEADER_LENGTH + 1 + TAG_LENGTH;

/// The last records under a key, for the KeyUpdate and for an alert.
const KEPT: u64 = 2;

/// The fewest records that a key has to seal: one with data, and those that are kept.
pub(crate) const MIN_CONFIDENTIALITY_LIMIT: u64 = KEPT + 1;

/// From so many bytes on a copy costs more than to seal from one buffer into another,
/// where the last byte, the type, is sealed by itself.
const WORTH_NO_COPY: usize = 1024;

/// One direction's keys, and how many records they have sealed.
#[derive(Debug)]
pub(crate) struct Sealer {
    key: TrafficKey,
    /// At most `limit`.
    sequence: u64,
    /// How many records these keys may seal.
    limit: u64,
}

impl Sealer {
    pub(crate) fn new(key: TrafficKey, limit: u64) -> Self {
        Self {
            key,
            sequence: 0,
            limit,
        }
    }

    /// Whether these keys should be followed by others before they seal one record more.
    #[inline]
    pub(crate) fn is_worn_out(&self) -> bool {
        self.limit - self.sequence <= KEPT
    }

    /// How many KeyUpdates go out with `records` more, each as late as it can be.
    #[inline]
    pub(crate) fn key_updates(&self, records: usize) -> usize {
        let left = (self.limit - self.sequence).saturating_sub(KEPT);
        match (records as u64).saturating_sub(left) {
            // Nearly always, and without a division.
            0 => 0,
            beyond => beyond.div_ceil(self.limit - KEPT) as usize,
        }
    }

    /// Goes on with the keys of another secret.
    pub(crate) fn rekey(&mut self, suite: &Tls13CipherSuite, traffic_secret: &Secret) {
        self.key.replace(suite, traffic_secret);
        self.sequence = 0;
    }

    /// Makes a record of what `records` has from `start` on: room for a header, and the
    /// payload.
    ///
    /// # Errors
    ///
    /// [`Error::EncryptError`] if these keys have sealed what they may.
    pub(crate) fn seal_in_place(
        &mut self,
        content_type: ContentType,
        records: &mut Vec<u8>,
        start: usize,
    ) -> Result<(), Error> {
        let nonce = self.next_nonce()?;
        records.push(content_type.0);
        let (front, inner) = records[start..].split_at_mut(HEADER_LENGTH);
        front.copy_from_slice(&header(inner.len() - 1));
        let tag = self.key.key.seal_in_place(nonce, front, inner)?;
        records.extend_from_slice(&tag);
        Ok(())
    }

    /// Writes a record with `payload`, of at most 2^14 bytes, into `record`, which is
    /// exactly [`RECORD_OVERHEAD`] bytes longer.
    ///
    /// # Errors
    ///
    /// As [`seal_in_place`](Self::seal_in_place).
    // It has two callers, and a call costs as much as the rest of it for a short record.
    #[inline(always)]
    pub(crate) fn seal_into(
        &mut self,
        content_type: ContentType,
        payload: &[u8],
        record: &mut [u8],
    ) -> Result<(), Error> {
        let nonce = self.next_nonce()?;
        let (front, sealed) = record.split_at_mut(HEADER_LENGTH);
        front.copy_from_slice(&header(payload.len()));
        let key = &*self.key.key;
        match payload.len() < WORTH_NO_COPY {
            true => copy_and_seal(key, nonce, front, payload, content_type.0, sealed),
            false => key.seal_into(nonce, front, payload, content_type.0, sealed),
        }
    }

    #[inline]
    fn next_nonce(&mut self) -> Result<[u8; 12], Error> {
        if self.sequence >= self.limit {
            return Err(Error::EncryptError);
        }
        let nonce = self.key.iv.nonce(self.sequence);
        self.sequence += 1;
        Ok(nonce)
    }
}

/// The header of a protected record with that much content (RFC 8446, section 5.2).
fn header(content: usize) -> [u8; HEADER_LENGTH] {
    RecordHeader {
        content_type: ContentType::APPLICATION_DATA,
        version: 0x0303,
        length: (content + 1 + TAG_LENGTH) as u16,
    }
    .to_bytes()
}

/// Makes a record without protection of room for a header, and the payload behind it.
pub(crate) fn frame_plaintext(content_type: ContentType, version: u16, record: &mut [u8]) {
    let (front, payload) = record.split_at_mut(HEADER_LENGTH);
    let header = RecordHeader {
        content_type,
        version,
        length: payload.len() as u16,
    };
    front.copy_from_slice(&header.to_bytes());
}
