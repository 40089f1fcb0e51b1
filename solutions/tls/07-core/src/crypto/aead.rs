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

/// A key of an [`Aead`], ready for use. Neither operation allocates.
pub trait AeadKey: Send + Sync {
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
