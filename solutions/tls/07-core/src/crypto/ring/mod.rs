//! The provider over ring.

#[path = "../both/aead.rs"]
mod aead;
#[path = "../both/cipher_suite.rs"]
pub mod cipher_suite;
#[path = "../both/ecdh.rs"]
mod ecdh;
#[path = "../both/hash.rs"]
mod hash;
#[path = "../both/hkdf.rs"]
mod hkdf;
#[path = "../both/random.rs"]
mod random;
#[path = "../both/sign.rs"]
mod sign;
#[path = "../both/verify.rs"]
mod verify;

/// The library under the files in `both/`, with one name for what each library has
/// under another.
mod library {
    pub(super) use ::ring::{aead, agreement, digest, hkdf, hmac, rand, signature};
    pub(super) use webpki::ring as verification;

    use super::aead::AeadKey;
    use crate::crypto::{NONCE_LENGTH, copy_and_seal};
    use crate::{Error, Secret};

    /// ring seals in place only.
    pub(super) fn seal_into(
        key: &AeadKey,
        nonce: [u8; NONCE_LENGTH],
        aad: &[u8],
        plaintext: &[u8],
        last: u8,
        sealed: &mut [u8],
    ) -> Result<(), Error> {
        copy_and_seal(key, nonce, aad, plaintext, last, sealed)
    }

    /// What both sides come to, or `None` if the peer's share is no point of the curve,
    /// or the secret would be zero.
    pub(super) fn agree(
        private_key: agreement::EphemeralPrivateKey,
        algorithm: &'static agreement::Algorithm,
        peer_share: &[u8],
    ) -> Option<Secret> {
        let peer_share = agreement::UnparsedPublicKey::new(algorithm, peer_share);
        agreement::agree_ephemeral(private_key, &peer_share, Secret::new).ok()
    }

    pub(super) fn ecdsa_from_pkcs8(
        algorithm: &'static signature::EcdsaSigningAlgorithm,
        pkcs8: &[u8],
    ) -> Option<signature::EcdsaKeyPair> {
        signature::EcdsaKeyPair::from_pkcs8(algorithm, pkcs8, &rand::SystemRandom::new()).ok()
    }

    pub(super) fn rsa_signature_length(pair: &signature::RsaKeyPair) -> usize {
        pair.public().modulus_len()
    }
}

use super::CryptoProvider;
use cipher_suite::{
    TLS13_AES_128_GCM_SHA256, TLS13_AES_256_GCM_SHA384, TLS13_CHACHA20_POLY1305_SHA256,
};
use kx_group::{SECP256R1, SECP384R1, X25519};

/// The groups for the key exchange.
pub mod kx_group {
    use super::ecdh;
    use crate::crypto::SupportedKxGroup;

    /// X25519 (RFC 7748)
    pub static X25519: &dyn SupportedKxGroup = &ecdh::X25519;
    /// NIST's P-256
    pub static SECP256R1: &dyn SupportedKxGroup = &ecdh::SECP256R1;
    /// NIST's P-384
    pub static SECP384R1: &dyn SupportedKxGroup = &ecdh::SECP384R1;
}

/// All that ring offers.
pub fn default_provider() -> CryptoProvider {
    CryptoProvider {
        cipher_suites: vec![
            TLS13_AES_256_GCM_SHA384,
            TLS13_AES_128_GCM_SHA256,
            TLS13_CHACHA20_POLY1305_SHA256,
        ],
        kx_groups: vec![X25519, SECP256R1, SECP384R1],
        signature_verification_algorithms: verify::SUPPORTED,
        secure_random: &random::Random,
        key_provider: &sign::Keys,
    }
}
