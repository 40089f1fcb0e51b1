//! HKDF (RFC 5869) and HMAC (RFC 2104).

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::*;
use crate::Secret;

/// RFC 5869, appendix A: test cases 1 and 3.
#[test]
fn hkdf_with_sha256() {
    for provider in providers() {
        let suites = provider.cipher_suites.iter();
        for suite in suites.filter(|suite| suite.hash.output_len() == 32) {
            let hkdf = suite.hkdf;
            let ikm = [0x0b; 22];

            let prk = hkdf.extract(&hex("000102030405060708090a0b0c"), &ikm);
            assert_eq!(
                prk.bytes(),
                hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5")
            );
            let mut okm = [0; 42];
            hkdf.expand(&prk, &[&hex("f0f1f2f3f4"), &hex("f5f6f7f8f9")], &mut okm);
            assert_eq!(
                okm[..],
                hex(
                    "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf\
                     34007208d5b887185865"
                )
            );

            let prk = hkdf.extract(&[], &ikm);
            assert_eq!(prk, hkdf.extract(&[0; 32], &ikm));
            hkdf.expand(&prk, &[], &mut okm);
            assert_eq!(
                okm[..],
                hex(
                    "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d\
                     9d201395faa4b61a96c8"
                )
            );
        }
    }
}

#[test]
fn hkdf_expands_to_255_outputs_and_no_more() {
    for provider in providers() {
        for suite in &provider.cipher_suites {
            let hkdf = suite.hkdf;
            let most = 255 * hkdf.hash_len();
            let expand = |length: usize| {
                hkdf.expand(&Secret::new(&[1; 32]), &[b"info"], &mut vec![0; length]);
            };
            expand(most);
            assert!(catch_unwind(AssertUnwindSafe(|| expand(most + 1))).is_err());
        }
    }
}

/// RFC 4231, test case 2.
#[test]
fn hmac() {
    for provider in providers() {
        for suite in &provider.cipher_suites {
            let tag = suite
                .hkdf
                .hmac(&Secret::new(b"Jefe"), b"what do ya want for nothing?");
            let expected = match suite.hkdf.hash_len() {
                32 => "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                _ => {
                    "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e\
                     8e2240ca5e69e2c78b3239ecfab21649"
                }
            };
            assert_eq!(tag.as_ref(), hex(expected));
        }
    }
}
