//! HKDF (RFC 5869).

use super::Digest;
use crate::Secret;

/// HKDF with one hash (RFC 5869), and the HMAC that it is made of.
///
/// The key schedule builds HKDF-Expand-Label upon it, once for all providers.
pub trait Hkdf: Send + Sync {
    /// The length of the hash's outputs in bytes, at most 64.
    fn hash_len(&self) -> usize;

    /// `HKDF-Extract(salt, ikm)`. An empty salt is the same as one of zeros.
    fn extract(&self, salt: &[u8], ikm: &[u8]) -> Secret;

    /// `HKDF-Expand(prk, info, okm.len())`, where `info` is the pieces one after another.
    ///
    /// Nothing is allocated unless `info` is longer than that of any label of TLS.
    ///
    /// # Panics
    ///
    /// If `okm` is longer than 255 outputs of the hash, the most that there is.
    fn expand(&self, prk: &Secret, info: &[&[u8]], okm: &mut [u8]);

    /// `HMAC(key, message)`, for Finished and for the binders.
    fn hmac(&self, key: &Secret, message: &[u8]) -> Digest;
}
