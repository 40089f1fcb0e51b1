//! Hashes that are always the same, and an AEAD that changes nothing.

use codec::CipherSuite;
use deframer::{Decrypt, HEADER_LENGTH};
use tls_core::crypto::{Aead, AeadKey, Digest, Hash, HashAlgorithm, HashContext, Hkdf};
use tls_core::crypto::{NONCE_LENGTH, TAG_LENGTH, Tls13CipherSuite};
use tls_core::{Error, Secret};

/// What is behind the plaintext of every record.
pub const AUTHENTIC: [u8; TAG_LENGTH] = [0; TAG_LENGTH];

/// A tag that begins so is refused; all others are accepted. What must be done with
/// records that are not authentic can be reached in this way.
const NOT_AUTHENTIC: u8 = 0xff;

/// How many records the keys of a suite seal: few, so that they are soon used up.
const LIMIT: u64 = 16;

pub(super) static SHORT_HASH: Tls13CipherSuite = Tls13CipherSuite {
    suite: CipherSuite(0x1301),
    name: "TRANSPARENT_32",
    hash: &Same::<32>,
    hkdf: &Same::<32>,
    aead: &Transparent,
    confidentiality_limit: u64::MAX,
};

pub(super) static LONG_HASH: Tls13CipherSuite = Tls13CipherSuite {
    suite: CipherSuite(0x1302),
    name: "TRANSPARENT_48",
    hash: &Same::<48>,
    hkdf: &Same::<48>,
    aead: &Transparent,
    confidentiality_limit: LIMIT,
};

/// A hash whose `LENGTH` bytes are always the same.
struct Same<const LENGTH: usize>;

impl<const LENGTH: usize> Same<LENGTH> {
    const OUTPUT: [u8; LENGTH] = [0x5a; LENGTH];
}

impl<const LENGTH: usize> Hash for Same<LENGTH> {
    fn algorithm(&self) -> HashAlgorithm {
        match LENGTH {
            32 => HashAlgorithm::SHA256,
            _ => HashAlgorithm::SHA384,
        }
    }

    fn output_len(&self) -> usize {
        LENGTH
    }

    fn start(&self) -> Box<dyn HashContext> {
        Box::new(Self)
    }

    fn hash(&self, _data: &[u8]) -> Digest {
        self.current()
    }
}

impl<const LENGTH: usize> HashContext for Same<LENGTH> {
    fn update(&mut self, _data: &[u8]) {}

    fn current(&self) -> Digest {
        Digest::new(&Self::OUTPUT)
    }
}

impl<const LENGTH: usize> Hkdf for Same<LENGTH> {
    fn hash_len(&self) -> usize {
        LENGTH
    }

    fn extract(&self, _salt: &[u8], _ikm: &[u8]) -> Secret {
        Secret::new(&Self::OUTPUT)
    }

    fn expand(&self, _prk: &Secret, _info: &[&[u8]], okm: &mut [u8]) {
        okm.fill(0x5a);
    }

    fn hmac(&self, _key: &Secret, _message: &[u8]) -> Digest {
        self.current()
    }
}

/// Leaves plaintext as it is.
#[derive(Debug)]
pub(crate) struct Transparent;

impl Aead for Transparent {
    fn key_len(&self) -> usize {
        16
    }

    fn new_key(&self, _key: &[u8]) -> Box<dyn AeadKey> {
        Box::new(Self)
    }
}

impl AeadKey for Transparent {
    fn rekey(&mut self, _key: &[u8]) {}

    fn seal_in_place(
        &self,
        _nonce: [u8; NONCE_LENGTH],
        _aad: &[u8],
        _in_out: &mut [u8],
    ) -> Result<[u8; TAG_LENGTH], Error> {
        Ok(AUTHENTIC)
    }

    fn open_in_place<'a>(
        &self,
        _nonce: [u8; NONCE_LENGTH],
        _aad: &[u8],
        ciphertext_and_tag: &'a mut [u8],
    ) -> Option<&'a mut [u8]> {
        let (plaintext, tag) = ciphertext_and_tag.split_last_chunk_mut::<TAG_LENGTH>()?;
        (tag[0] != NOT_AUTHENTIC).then_some(plaintext)
    }
}

impl Decrypt for Transparent {
    fn decrypt_in_place<'a>(
        &mut self,
        header: &[u8; HEADER_LENGTH],
        payload: &'a mut [u8],
    ) -> Option<&'a mut [u8]> {
        self.open_in_place([0; NONCE_LENGTH], header, payload)
    }
}
