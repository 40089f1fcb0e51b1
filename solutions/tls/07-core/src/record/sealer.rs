//! The way out.

use deframer::{ContentType, HEADER_LENGTH, RecordHeader};

use crate::Error;
use crate::crypto::TAG_LENGTH;
use crate::key_schedule::TrafficKey;

/// How much longer than its content a protected record is: the header, the byte for
/// the real type, and the tag.
pub(crate) const RECORD_OVERHEAD: usize = HEADER_LENGTH + 1 + TAG_LENGTH;

/// One direction's keys, and how many records they have sealed.
#[derive(Debug)]
pub(crate) struct Sealer {
    key: TrafficKey,
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

    /// Whether these keys should be followed by others before they seal `records`
    /// more: the last two records under them are for the KeyUpdate and for an alert.
    #[inline]
    pub(crate) fn is_worn_out(&self, records: usize) -> bool {
        const KEPT: u64 = 2;
        self.sequence.saturating_add(records as u64 + KEPT) > self.limit
    }

    /// Appends a record with `payload`, of at most 2^14 bytes, to `records`.
    ///
    /// # Errors
    ///
    /// [`Error::EncryptError`] if these keys have sealed what they may. Nothing has
    /// been appended then.
    pub(crate) fn seal(
        &mut self,
        content_type: ContentType,
        payload: &[u8],
        records: &mut Vec<u8>,
    ) -> Result<(), Error> {
        let nonce = self.next_nonce()?;
        let start = records.len();
        records.reserve(RECORD_OVERHEAD + payload.len());
        let header = header(payload.len());
        records.extend_from_slice(&header);
        records.extend_from_slice(payload);
        records.push(content_type.0);
        let inner = &mut records[start + HEADER_LENGTH..];
        let tag = self.key.key.seal_in_place(nonce, &header, inner)?;
        records.extend_from_slice(&tag);
        Ok(())
    }

    /// Writes a record with `payload` into `record`, which is exactly
    /// [`RECORD_OVERHEAD`] bytes longer.
    ///
    /// # Errors
    ///
    /// As [`seal`](Self::seal).
    pub(crate) fn seal_into(
        &mut self,
        content_type: ContentType,
        payload: &[u8],
        record: &mut [u8],
    ) -> Result<(), Error> {
        let nonce = self.next_nonce()?;
        let header = header(payload.len());
        let (inner, tag) = record.split_at_mut(HEADER_LENGTH + payload.len() + 1);
        let (front, inner) = inner.split_at_mut(HEADER_LENGTH);
        front.copy_from_slice(&header);
        inner[..payload.len()].copy_from_slice(payload);
        inner[payload.len()] = content_type.0;
        tag.copy_from_slice(&self.key.key.seal_in_place(nonce, &header, inner)?);
        Ok(())
    }

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

/// Appends a record without protection.
pub(crate) fn write_plaintext(
    content_type: ContentType,
    version: u16,
    payload: &[u8],
    records: &mut Vec<u8>,
) {
    let header = RecordHeader {
        content_type,
        version,
        length: payload.len() as u16,
    };
    records.reserve(HEADER_LENGTH + payload.len());
    records.extend_from_slice(&header.to_bytes());
    records.extend_from_slice(payload);
}
