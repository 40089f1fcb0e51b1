//! HKDF.

use super::library::{hkdf, hmac};
use crate::Secret;
use crate::crypto::{self, Digest};

pub(super) static HKDF_SHA256: Hkdf = Hkdf(&hkdf::HKDF_SHA256);
pub(super) static HKDF_SHA384: Hkdf = Hkdf(&hkdf::HKDF_SHA384);

pub(super) struct Hkdf(&'static hkdf::Algorithm);

impl Hkdf {
    fn hmac_tag(&self, key: &[u8], message: &[u8]) -> hmac::Tag {
        hmac::sign(&hmac::Key::new(self.0.hmac_algorithm(), key), message)
    }
}

impl crypto::Hkdf for Hkdf {
    fn hash_len(&self) -> usize {
        self.0.hmac_algorithm().digest_algorithm().output_len()
    }

    // The library keeps what it extracts to itself, and the key schedule needs it for
    // more than one expansion. HKDF-Extract is an HMAC by definition (RFC 5869, section 2.2).
    fn extract(&self, salt: &[u8], ikm: &[u8]) -> Secret {
        Secret::new(self.hmac_tag(salt, ikm).as_ref())
    }

    fn expand(&self, prk: &Secret, info: &[&[u8]], okm: &mut [u8]) {
        hkdf::Prk::new_less_safe(*self.0, prk.bytes())
            .expand(info, Length(okm.len()))
            .and_then(|expanded| expanded.fill(okm))
            .expect("HKDF expands to at most 255 outputs of the hash");
    }

    fn hmac(&self, key: &Secret, message: &[u8]) -> Digest {
        Digest::new(self.hmac_tag(key.bytes(), message).as_ref())
    }
}

/// How many bytes to expand to.
struct Length(usize);

impl hkdf::KeyType for Length {
    fn len(&self) -> usize {
        self.0
    }
}
