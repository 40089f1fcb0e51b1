//! Cryptography, which others have written: a provider says whose.
//!
//! A configuration names its [`CryptoProvider`] explicitly. There are two, each behind
//! the feature of its name, and both may be on at once:
//!
//! | module | library | X25519MLKEM768 |
//! |---|---|---|
#![cfg_attr(
    feature = "aws-lc-rs",
    doc = "| [`aws_lc_rs`] | aws-lc-rs, on AWS-LC | yes |"
)]
#![cfg_attr(not(feature = "aws-lc-rs"), doc = "| `aws_lc_rs` | not built | yes |")]
#![cfg_attr(feature = "ring", doc = "| [`ring`] | ring | no |")]
#![cfg_attr(not(feature = "ring"), doc = "| `ring` | not built | no |")]
//!
//! A provider can also be put together by hand: its fields are public, and what they
//! hold are traits.
//!
//! The core wipes the secrets that it holds itself ([`Secret`]). What the libraries
//! hold, the keys of an AEAD for instance, is theirs to wipe.

mod aead;
#[cfg(feature = "aws-lc-rs")]
pub mod aws_lc_rs;
#[cfg(any(feature = "aws-lc-rs", feature = "ring"))]
mod der;
mod hash;
mod hkdf;
mod kx;
#[cfg(feature = "ring")]
pub mod ring;
mod sign;
mod suite;
#[cfg(test)]
pub(crate) mod tests;
mod verify;

use core::fmt;

use codec::CipherSuite;

pub(crate) use aead::copy_and_seal;
pub use aead::{Aead, AeadKey, NONCE_LENGTH, TAG_LENGTH};
pub use hash::{Digest, Hash, HashAlgorithm, HashContext};
pub use hkdf::Hkdf;
pub use kx::{ActiveKeyExchange, CompletedKeyExchange, SupportedKxGroup};
pub use sign::{KeyProvider, SigningKey};
pub use suite::Tls13CipherSuite;
pub use verify::WebPkiSupportedAlgorithms;

#[cfg(doc)]
use crate::Secret;
use crate::{Error, NamedGroup};

/// All the cryptography that a connection needs.
#[derive(Debug, Clone)]
pub struct CryptoProvider {
    /// The cipher suites, the best first.
    pub cipher_suites: Vec<&'static Tls13CipherSuite>,
    /// The groups for the key exchange, the best first.
    pub kx_groups: Vec<&'static dyn SupportedKxGroup>,
    /// What signatures are verified with, in certificates and in the handshake.
    pub signature_verification_algorithms: WebPkiSupportedAlgorithms,
    /// Where random bytes come from.
    pub secure_random: &'static dyn SecureRandom,
    /// What private keys are loaded with.
    pub key_provider: &'static dyn KeyProvider,
}

impl CryptoProvider {
    /// The suite of that number, if there is one here.
    pub(crate) fn find_cipher_suite(
        &self,
        suite: CipherSuite,
    ) -> Option<&'static Tls13CipherSuite> {
        self.cipher_suites
            .iter()
            .copied()
            .find(|known| known.suite == suite)
    }

    /// The group of that number, if there is one here.
    pub(crate) fn find_kx_group(&self, group: NamedGroup) -> Option<&'static dyn SupportedKxGroup> {
        self.kx_groups
            .iter()
            .copied()
            .find(|known| known.name() == group)
    }
}

/// A source of random bytes that nobody can predict.
pub trait SecureRandom: Send + Sync + fmt::Debug {
    /// Fills `bytes`.
    ///
    /// # Errors
    ///
    /// [`Error::FailedToGetRandomBytes`]. What `bytes` then holds must not be used.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error>;
}
