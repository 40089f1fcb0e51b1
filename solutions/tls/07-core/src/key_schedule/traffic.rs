//! Traffic keys (RFC 8446, section 7.3) and their updates (section 7.2).

use core::fmt;

use zeroize::{Zeroize, ZeroizeOnDrop};

use super::expand_label;
use crate::Secret;
use crate::crypto::{AeadKey, NONCE_LENGTH, Tls13CipherSuite};

/// What the records of one direction are protected with.
pub(crate) struct TrafficKey {
    /// `key`
    pub(crate) key: Box<dyn AeadKey>,
    /// `iv`
    pub(crate) iv: Iv,
}

impl TrafficKey {
    /// Takes the key and the IV of another secret, in the memory of these.
    pub(crate) fn replace(&mut self, suite: &Tls13CipherSuite, traffic_secret: &Secret) {
        let (key, iv) = key_and_iv(suite, traffic_secret);
        self.key.rekey(key.bytes());
        self.iv = iv;
    }
}

impl fmt::Debug for TrafficKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TrafficKey(..)")
    }
}

/// What the sequence numbers are mixed with. It is as secret as the key.
pub(crate) struct Iv(pub(super) [u8; NONCE_LENGTH]);

impl Iv {
    /// The nonce of the record with that sequence number (section 5.3).
    pub(crate) fn nonce(&self, sequence: u64) -> [u8; NONCE_LENGTH] {
        let mut nonce = self.0;
        let (_, last) = nonce.split_at_mut(NONCE_LENGTH - size_of::<u64>());
        for (byte, number) in last.iter_mut().zip(sequence.to_be_bytes()) {
            *byte ^= number;
        }
        nonce
    }
}

impl fmt::Debug for Iv {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Iv(..)")
    }
}

impl Drop for Iv {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl ZeroizeOnDrop for Iv {}

/// The key and the IV that belong to a traffic secret, ready for use.
pub(crate) fn traffic_key(suite: &Tls13CipherSuite, traffic_secret: &Secret) -> TrafficKey {
    let (key, iv) = key_and_iv(suite, traffic_secret);
    TrafficKey {
        key: suite.aead.new_key(key.bytes()),
        iv,
    }
}

/// `key` and `iv` (section 7.3).
fn key_and_iv(suite: &Tls13CipherSuite, traffic_secret: &Secret) -> (Secret, Iv) {
    let mut key = Secret::zeros(suite.aead.key_len());
    expand_label(suite.hkdf, traffic_secret, b"key", &[], key.bytes_mut());
    let mut iv = Iv([0; NONCE_LENGTH]);
    expand_label(suite.hkdf, traffic_secret, b"iv", &[], &mut iv.0);
    (key, iv)
}

/// The traffic secret after a KeyUpdate.
pub(crate) fn next_traffic_secret(suite: &Tls13CipherSuite, traffic_secret: &Secret) -> Secret {
    let mut next = Secret::zeros(suite.hkdf.hash_len());
    expand_label(
        suite.hkdf,
        traffic_secret,
        b"traffic upd",
        &[],
        next.bytes_mut(),
    );
    next
}
