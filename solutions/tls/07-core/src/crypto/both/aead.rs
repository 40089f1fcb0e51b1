//! AEADs.

use super::library::{self, aead};
use crate::Error;
use crate::crypto::{self, NONCE_LENGTH, TAG_LENGTH};

pub(super) static AES_128_GCM: Aead = Aead(&aead::AES_128_GCM);
pub(super) static AES_256_GCM: Aead = Aead(&aead::AES_256_GCM);
pub(super) static CHACHA20_POLY1305: Aead = Aead(&aead::CHACHA20_POLY1305);

pub(super) struct Aead(&'static aead::Algorithm);

impl crypto::Aead for Aead {
    fn key_len(&self) -> usize {
        self.0.key_len()
    }

    fn new_key(&self, key: &[u8]) -> Box<dyn crypto::AeadKey> {
        Box::new(AeadKey::new(self.0, key))
    }
}

/// 'Less safe' because it takes the caller's nonces, which TLS prescribes.
pub(super) struct AeadKey(pub(super) aead::LessSafeKey);

impl AeadKey {
    fn new(algorithm: &'static aead::Algorithm, key: &[u8]) -> Self {
        let key = aead::UnboundKey::new(algorithm, key).expect("a key has `key_len` bytes");
        Self(aead::LessSafeKey::new(key))
    }
}

impl crypto::AeadKey for AeadKey {
    fn rekey(&mut self, key: &[u8]) {
        *self = Self::new(self.0.algorithm(), key);
    }

    fn seal_in_place(
        &self,
        nonce: [u8; NONCE_LENGTH],
        aad: &[u8],
        in_out: &mut [u8],
    ) -> Result<[u8; TAG_LENGTH], Error> {
        let nonce = aead::Nonce::assume_unique_for_key(nonce);
        let tag = self
            .0
            .seal_in_place_separate_tag(nonce, aead::Aad::from(aad), in_out)
            .map_err(|_| Error::EncryptError)?;
        tag.as_ref().try_into().map_err(|_| Error::EncryptError)
    }

    fn seal_into(
        &self,
        nonce: [u8; NONCE_LENGTH],
        aad: &[u8],
        plaintext: &[u8],
        last: u8,
        sealed: &mut [u8],
    ) -> Result<(), Error> {
        library::seal_into(self, nonce, aad, plaintext, last, sealed)
    }

    fn open_in_place<'a>(
        &self,
        nonce: [u8; NONCE_LENGTH],
        aad: &[u8],
        ciphertext_and_tag: &'a mut [u8],
    ) -> Option<&'a mut [u8]> {
        let nonce = aead::Nonce::assume_unique_for_key(nonce);
        self.0
            .open_in_place(nonce, aead::Aad::from(aad), ciphertext_and_tag)
            .ok()
    }
}
