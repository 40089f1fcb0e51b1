//! The provider over aws-lc-rs.
#![allow(
    clippy::duplicate_mod,
    reason = "what is in `both/` is compiled once for each library"
)]

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
mod ml_kem;
#[path = "../both/random.rs"]
mod random;
#[path = "../both/sign.rs"]
mod sign;
#[path = "../both/verify.rs"]
mod verify;

/// The library under the files in `both/`, with one name for what each library has
/// under another.
mod library {
    pub(super) use ::aws_lc_rs::{aead, agreement, digest, hkdf, hmac, rand, signature};
    pub(super) use webpki::aws_lc_rs as verification;

    use super::aead::AeadKey;
    use crate::crypto::{NONCE_LENGTH, TAG_LENGTH};
    use crate::{Error, Secret};

    /// Without a copy: the last byte is sealed by itself.
    pub(super) fn seal_into(
        key: &AeadKey,
        nonce: [u8; NONCE_LENGTH],
        aad: &[u8],
        plaintext: &[u8],
        last: u8,
        sealed: &mut [u8],
    ) -> Result<(), Error> {
        let (ciphertext, last_and_tag) = sealed.split_at_mut(plaintext.len());
        assert_eq!(last_and_tag.len(), 1 + TAG_LENGTH, "room for the tag");
        key.0
            .seal_out_of_place_scatter(
                aead::Nonce::assume_unique_for_key(nonce),
                aead::Aad::from(aad),
                plaintext,
                ciphertext,
                &[last],
                last_and_tag,
            )
            .map_err(|_| Error::EncryptError)
    }

    /// What both sides come to, or `None` if the peer's share is no point of the curve,
    /// or the secret would be zero.
    pub(super) fn agree(
        private_key: agreement::EphemeralPrivateKey,
        algorithm: &'static agreement::Algorithm,
        peer_share: &[u8],
    ) -> Option<Secret> {
        let peer_share = agreement::UnparsedPublicKey::new(algorithm, peer_share);
        agreement::agree_ephemeral(private_key, peer_share, (), |secret| {
            Ok(Secret::new(secret))
        })
        .ok()
    }

    pub(super) fn ecdsa_from_pkcs8(
        algorithm: &'static signature::EcdsaSigningAlgorithm,
        pkcs8: &[u8],
    ) -> Option<signature::EcdsaKeyPair> {
        signature::EcdsaKeyPair::from_pkcs8(algorithm, pkcs8).ok()
    }

    pub(super) fn rsa_signature_length(pair: &signature::RsaKeyPair) -> usize {
        pair.public_modulus_len()
    }
}

use super::CryptoProvider;
use cipher_suite::{
    TLS13_AES_128_GCM_SHA256, TLS13_AES_256_GCM_SHA384, TLS13_CHACHA20_POLY1305_SHA256,
};
use kx_group::{SECP256R1, SECP384R1, X25519, X25519MLKEM768};

/// The groups for the key exchange.
pub mod kx_group {
    use super::{ecdh, ml_kem};
    use crate::crypto::SupportedKxGroup;

    /// X25519 and ML-KEM-768 together (draft-ietf-tls-ecdhe-mlkem): safe as long as one
    /// of the two is.
    pub static X25519MLKEM768: &dyn SupportedKxGroup = &ml_kem::X25519MlKem768;
    /// X25519 (RFC 7748)
    pub static X25519: &dyn SupportedKxGroup = &ecdh::X25519;
    /// NIST's P-256
    pub static SECP256R1: &dyn SupportedKxGroup = &ecdh::SECP256R1;
    /// NIST's P-384
    pub static SECP384R1: &dyn SupportedKxGroup = &ecdh::SECP384R1;
}

/// All that aws-lc-rs offers.
pub fn default_provider() -> CryptoProvider {
    CryptoProvider {
        cipher_suites: vec![
            TLS13_AES_256_GCM_SHA384,
            TLS13_AES_128_GCM_SHA256,
            TLS13_CHACHA20_POLY1305_SHA256,
        ],
        kx_groups: vec![X25519MLKEM768, X25519, SECP256R1, SECP384R1],
        signature_verification_algorithms: verify::SUPPORTED,
        secure_random: &random::Random,
        key_provider: &sign::Keys,
    }
}
