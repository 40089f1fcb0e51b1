//! AEADs (RFC 5116).

use crate::Error;

/// The length of a nonce in bytes, the same for all AEADs of TLS 1.3.
pub const NONCE_LENGTH: usize = 12;

/// The length of a tag in bytes, the same for all AEADs of TLS 1.3.
pub const TAG_LENGTH: usize = 16;

/// Authenticated encryption with associated data.
pub trait Aead: Send + Sync {
    /// The length of a key in bytes, at most 32.
    fn key_len(&self) -> usize;

    /// Prepares a key for use, in both directions.
    ///
    /// # Panics
    ///
    /// If `key` is not [`key_len`](Self::key_len) bytes.
    fn new_key(&self, key: &[u8]) -> Box<dyn AeadKey>;
}

/// A key of an [`Aead`], ready for use. No operation allocates.
pub trait AeadKey: Send + Sync {
    /// Becomes another key of the same AEAD, in the same memory.
    ///
    /// # Panics
    ///
    /// If `key` is not [`key_len`](Aead::key_len) bytes.
    fn rekey(&mut self, key: &[u8]);

    /// Encrypts `in_out` where it lies, and returns the tag to put behind it.
    ///
    /// A nonce must never be used twice with one key.
    ///
    /// # Errors
    ///
    /// [`Error::EncryptError`] if `in_out` is longer than the AEAD allows, which is
    /// far more than a record.
    fn seal_in_place(
        &self,
        nonce: [u8; NONCE_LENGTH],
        aad: &[u8],
        in_out: &mut [u8],
    ) -> Result<[u8; TAG_LENGTH], Error>;

    /// Encrypts `plaintext`, and `last` behind it, into `sealed`, which has room for both
    /// and for the tag. What lies there before is of no meaning.
    ///
    /// By default it copies and then seals in place; an AEAD that reads from one buffer
    /// and writes to another saves the copy.
    ///
    /// # Errors
    ///
    /// As [`seal_in_place`](Self::seal_in_place).
    ///
    /// # Panics
    ///
    /// If `sealed` is not 1 + [`TAG_LENGTH`] bytes longer than `plaintext`.
    fn seal_into(
        &self,
        nonce: [u8; NONCE_LENGTH],
        aad: &[u8],
        plaintext: &[u8],
        last: u8,
        sealed: &mut [u8],
    ) -> Result<(), Error> {
        copy_and_seal(self, nonce, aad, plaintext, last, sealed)
    }

    /// Decrypts `ciphertext_and_tag` where it lies, and returns the part of it that is
    /// plaintext now: all but the tag.
    ///
    /// `None` if it is not what was sealed with this nonce and this associated data.
    /// What the bytes then are is not specified.
    fn open_in_place<'a>(
        &self,
        nonce: [u8; NONCE_LENGTH],
        aad: &[u8],
        ciphertext_and_tag: &'a mut [u8],
    ) -> Option<&'a mut [u8]>;
}

/// [`AeadKey::seal_into`] with a copy.
#[inline]
pub(crate) fn copy_and_seal<K: AeadKey + ?Sized>(
    key: &K,
    nonce: [u8; NONCE_LENGTH],
    aad: &[u8],
    plaintext: &[u8],
    last: u8,
    sealed: &mut [u8],
) -> Result<(), Error> {
    let (inner, tag) = sealed.split_at_mut(plaintext.len() + 1);
    inner[..plaintext.len()].copy_from_slice(plaintext);
    inner[plaintext.len()] = last;
    tag.copy_from_slice(&key.seal_in_place(nonce, aad, inner)?);
    Ok(())
}
