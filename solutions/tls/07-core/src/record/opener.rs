//! The way in.

use deframer::{
    ContentType, Decrypt, HEADER_LENGTH, InvalidRecord, Opener, Plaintext, Protected, Record,
    RecordHeader,
};

use crate::key_schedule::TrafficKey;

/// `invalid` of RFC 8446, section 5.1: the type of a record that was skipped.
///
/// No record on the wire can have it, neither outside nor inside its protection.
pub(crate) const SKIPPED: ContentType = ContentType(0);

/// Opens the records of one epoch: those between two changes of keys.
#[derive(Debug)]
pub enum RecordOpener {
    /// Before the first keys.
    Plaintext,
    /// Under keys.
    Protected(Protected<Decrypter>),
    /// Under the first keys, before the first record that they open.
    FirstProtected {
        records: Protected<Decrypter>,
        /// How many bytes of records that these keys do not open are skipped: a
        /// client's 0-RTT data that was not accepted (RFC 8446, section 4.2.10).
        skip: usize,
    },
}

impl RecordOpener {
    pub(crate) fn new(key: TrafficKey) -> Self {
        Self::Protected(Protected(Decrypter { key, sequence: 0 }))
    }

    /// For the first keys of a connection: the peer may still send an alert without
    /// protection, as it may have failed before it had any.
    pub(crate) fn first(key: TrafficKey, skip: usize) -> Self {
        Self::FirstProtected {
            records: Protected(Decrypter { key, sequence: 0 }),
            skip,
        }
    }
}

impl Opener for RecordOpener {
    type Error = InvalidRecord;

    #[inline]
    fn open<'a>(
        &mut self,
        header: RecordHeader,
        payload: &'a mut [u8],
    ) -> Result<Record<'a>, InvalidRecord> {
        match self {
            Self::Protected(records) => records.open(header, payload),
            Self::Plaintext => Plaintext.open(header, payload),
            Self::FirstProtected { .. } => self.open_first(header, payload),
        }
    }
}

impl RecordOpener {
    #[cold]
    fn open_first<'a>(
        &mut self,
        header: RecordHeader,
        payload: &'a mut [u8],
    ) -> Result<Record<'a>, InvalidRecord> {
        let Self::FirstProtected { records, skip } = self else {
            unreachable!("called for this variant alone");
        };
        if header.content_type == ContentType::ALERT {
            return Plaintext.open(header, payload);
        }
        let length = HEADER_LENGTH + payload.len();
        match records.open(header, payload) {
            Err(InvalidRecord::NotAuthentic) if *skip >= length => {
                *skip -= length;
                Ok(Record {
                    content_type: SKIPPED,
                    payload: &[],
                })
            }
            Ok(record) if record.content_type != ContentType::CHANGE_CIPHER_SPEC => {
                // From now on these keys open everything, or it is refused.
                if let Self::FirstProtected { records, .. } =
                    core::mem::replace(self, Self::Plaintext)
                {
                    *self = Self::Protected(records);
                }
                Ok(record)
            }
            other => other,
        }
    }
}

/// One direction's keys, and how many records they have opened.
#[derive(Debug)]
pub struct Decrypter {
    key: TrafficKey,
    sequence: u64,
}

// ANCHOR: decrypt
impl Decrypt for Decrypter {
    #[inline]
    fn decrypt_in_place<'a>(
        &mut self,
        header: &[u8; HEADER_LENGTH],
        payload: &'a mut [u8],
    ) -> Option<&'a mut [u8]> {
        // A sequence number must not wrap (RFC 8446, section 5.3).
        let next = self.sequence.checked_add(1)?;
        let nonce = self.key.iv.nonce(self.sequence);
        let opened = self.key.key.open_in_place(nonce, header, payload)?;
        self.sequence = next;
        Some(opened)
    }
}
// ANCHOR_END: decrypt
