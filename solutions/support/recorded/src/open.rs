//! Record protection, RFC 8446 section 5.2, with `AEAD_AES_128_GCM`.

use std::fmt;

use aes_gcm::aead::{AeadInOut, KeyInit};
use aes_gcm::{Aes128Gcm, Nonce, Tag};

/// Opens protected records in place, in the order they were sent.
///
/// The nonce is the IV with the record's sequence number XORed into it (RFC 8446 section 5.3), and the
/// additional data is the record's header as it came (section 5.2). An opener does not allocate.
pub struct Opener(Protection);

impl Opener {
    /// An opener whose first record has sequence number 0.
    pub fn new(key: [u8; 16], iv: [u8; 12]) -> Self {
        Self::starting_at(0, key, iv)
    }

    /// An opener whose first record has this sequence number, for a stream whose beginning is left out.
    pub fn starting_at(sequence: u64, key: [u8; 16], iv: [u8; 12]) -> Self {
        Self(Protection::new(sequence, key, iv))
    }

    /// The sequence number that the next record must have been sealed with.
    pub fn sequence(&self) -> u64 {
        self.0.sequence
    }

    /// Turns `payload`, all that follows `header` in a record, into what was sealed.
    ///
    /// What is returned is the record's `TLSInnerPlaintext`: the content, then one byte for its type, then
    /// zeros if it was padded. The tag, the last 16 bytes of `payload`, is no longer part of it.
    ///
    /// `None` if the record is not what was sealed as number [`sequence`](Self::sequence). The payload is
    /// then as it was, and so is the sequence number: it counts only the records that were opened.
    pub fn open_in_place<'a>(
        &mut self,
        header: &[u8; 5],
        payload: &'a mut [u8],
    ) -> Option<&'a mut [u8]> {
        let next = self.0.sequence.checked_add(1)?;
        let (content, tag) = payload.split_last_chunk_mut::<TAG_LEN>()?;
        self.0
            .cipher
            .decrypt_inout_detached(
                &self.0.nonce(),
                header,
                (&mut *content).into(),
                &Tag::from(*tag),
            )
            .ok()?;
        self.0.sequence = next;
        Some(content)
    }
}

impl fmt::Debug for Opener {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.describe("Opener", f)
    }
}

/// Seals records that an [`Opener`] with the same key and IV opens, in the same order.
///
/// It makes what the RFC has no example of: records of a chosen length, at a limit or past it, and padded
/// ones.
pub struct Sealer(Protection);

impl Sealer {
    /// A sealer whose first record has sequence number 0.
    pub fn new(key: [u8; 16], iv: [u8; 12]) -> Self {
        Self::starting_at(0, key, iv)
    }

    /// A sealer whose first record has this sequence number.
    pub fn starting_at(sequence: u64, key: [u8; 16], iv: [u8; 12]) -> Self {
        Self(Protection::new(sequence, key, iv))
    }

    /// A whole record, header included, that holds `plaintext` of this type and `padding` zeros after it.
    ///
    /// Its payload is `plaintext.len() + 1 + padding + 16` bytes long. RFC 8446 section 5.2 allows 2^14 + 256
    /// and the sealer does not mind more: a test may want to see it refused.
    ///
    /// # Panics
    ///
    /// If the payload is longer than the 65,535 bytes that a header can state.
    pub fn seal(&mut self, content_type: u8, plaintext: &[u8], padding: usize) -> Vec<u8> {
        let inner_len = plaintext.len() + 1 + padding;
        let payload_len = u16::try_from(inner_len + TAG_LEN)
            .expect("the payload's length fits into the header's 16 bits");
        let [high, low] = payload_len.to_be_bytes();
        let header = [APPLICATION_DATA, 3, 3, high, low];

        let mut record = header.to_vec();
        record.extend_from_slice(plaintext);
        record.push(content_type);
        record.resize(header.len() + inner_len, 0);
        let tag = self
            .0
            .cipher
            .encrypt_inout_detached(
                &self.0.nonce(),
                &header,
                (&mut record[header.len()..]).into(),
            )
            .expect("AES-GCM takes far longer messages than a record");
        record.extend_from_slice(&tag);
        self.0.sequence += 1;
        record
    }
}

impl fmt::Debug for Sealer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.describe("Sealer", f)
    }
}

/// The content type that every protected record shows on the outside.
const APPLICATION_DATA: u8 = 23;

/// The length of AES-GCM's tag, which follows the encrypted content.
const TAG_LEN: usize = 16;

/// What the two directions share: a key, an IV, and a count of the records so far.
struct Protection {
    cipher: Aes128Gcm,
    iv: [u8; 12],
    sequence: u64,
}

impl Protection {
    fn new(sequence: u64, key: [u8; 16], iv: [u8; 12]) -> Self {
        Self {
            cipher: Aes128Gcm::new(&key.into()),
            iv,
            sequence,
        }
    }

    /// RFC 8446 section 5.3: the sequence number, padded with zeros on its left, XORed with the IV.
    fn nonce(&self) -> Nonce<aes_gcm::aead::consts::U12> {
        let mut nonce = self.iv;
        for (byte, counted) in nonce[4..].iter_mut().zip(self.sequence.to_be_bytes()) {
            *byte ^= counted;
        }
        nonce.into()
    }

    /// The sequence number is what a failing test wants to know; the key is not.
    fn describe(&self, name: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct(name)
            .field("sequence", &self.sequence)
            .finish_non_exhaustive()
    }
}
