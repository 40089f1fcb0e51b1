//! Each provider by itself, and both with one another.

mod aead;
mod allocations;
mod hash;
mod hkdf;
mod kx;
#[cfg(feature = "aws-lc-rs")]
mod ml_kem;
mod sign;

use super::*;
use crate::NamedGroup;

/// Every provider that is built.
pub(crate) fn providers() -> Vec<CryptoProvider> {
    vec![
        #[cfg(feature = "aws-lc-rs")]
        aws_lc_rs::default_provider(),
        #[cfg(feature = "ring")]
        ring::default_provider(),
    ]
}

/// The bytes that `digits` stand for.
pub(crate) fn hex(digits: &str) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).expect("a hex digit") as u8;
    digits
        .as_bytes()
        .chunks(2)
        .map(|pair| digit(pair[0]) << 4 | digit(pair[1]))
        .collect()
}

/// Every pair of providers that have something under the same name, a provider with
/// itself included.
fn pairs<T: Copy>(
    what: impl Fn(&CryptoProvider) -> Vec<T>,
    same: impl Fn(T, T) -> bool,
) -> Vec<(T, T)> {
    let all: Vec<T> = providers().iter().flat_map(&what).collect();
    let mut pairs = Vec::new();
    for &one in &all {
        for &other in &all {
            if same(one, other) {
                pairs.push((one, other));
            }
        }
    }
    assert!(!pairs.is_empty());
    pairs
}

fn suite_pairs() -> Vec<(&'static Tls13CipherSuite, &'static Tls13CipherSuite)> {
    pairs(
        |provider| provider.cipher_suites.clone(),
        |one, other| one == other,
    )
}

fn group_pairs() -> Vec<(&'static dyn SupportedKxGroup, &'static dyn SupportedKxGroup)> {
    pairs(
        |provider| provider.kx_groups.clone(),
        |one, other| one.name() == other.name(),
    )
}

#[test]
fn what_a_provider_has() {
    for provider in providers() {
        assert_eq!(
            format!("{:?}", provider.cipher_suites),
            "[TLS13_AES_256_GCM_SHA384, TLS13_AES_128_GCM_SHA256, TLS13_CHACHA20_POLY1305_SHA256]"
        );
        let groups: Vec<_> = provider
            .kx_groups
            .iter()
            .map(|group| group.name())
            .collect();
        assert!(groups.ends_with(&[
            NamedGroup::X25519,
            NamedGroup::SECP256R1,
            NamedGroup::SECP384R1
        ]));
    }
    #[cfg(feature = "aws-lc-rs")]
    assert_eq!(
        aws_lc_rs::default_provider().kx_groups[0].name(),
        NamedGroup::X25519MLKEM768
    );
}

/// The suite under the number of `TLS_SM4_GCM_SM3` (RFC 8998), with a hash that has
/// outputs of the same length and is another one.
pub(crate) fn with_another_hash(suite: &'static Tls13CipherSuite) -> &'static Tls13CipherSuite {
    struct Another(&'static dyn Hash);

    impl Hash for Another {
        fn algorithm(&self) -> HashAlgorithm {
            HashAlgorithm(224)
        }

        fn output_len(&self) -> usize {
            self.0.output_len()
        }

        fn start(&self) -> Box<dyn HashContext> {
            self.0.start()
        }

        fn hash(&self, data: &[u8]) -> Digest {
            self.0.hash(data)
        }
    }

    Box::leak(Box::new(Tls13CipherSuite {
        suite: CipherSuite(0x00c6),
        name: "TLS_SM4_GCM_SM3",
        hash: Box::leak(Box::new(Another(suite.hash))),
        ..*suite
    }))
}

#[test]
fn random_bytes_are_not_the_same_twice() {
    for provider in providers() {
        let mut once = [0; 32];
        let mut again = [0; 32];
        assert_eq!(provider.secure_random.fill(&mut once), Ok(()));
        assert_eq!(provider.secure_random.fill(&mut again), Ok(()));
        assert_ne!(once, again);
        assert_eq!(provider.secure_random.fill(&mut []), Ok(()));
    }
}
