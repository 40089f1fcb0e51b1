//! Hashes.

use super::*;

#[test]
fn hashes_may_come_in_pieces() {
    // FIPS 180-2, sections B.1 and D.1.
    for (suite, algorithm, expected) in [
        (
            0x1301,
            HashAlgorithm::SHA256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
        (
            0x1302,
            HashAlgorithm::SHA384,
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed\
             8086072ba1e7cc2358baeca134c825a7",
        ),
    ] {
        for provider in providers() {
            let suites = &provider.cipher_suites;
            let suite = suites.iter().find(|known| known.suite.0 == suite);
            let hash = suite.expect("every provider has it").hash;
            assert_eq!(hash.hash(b"abc").as_ref(), hex(expected));
            assert_eq!(hash.output_len(), hex(expected).len());
            assert_eq!(hash.algorithm(), algorithm);

            let mut context = hash.start();
            assert_eq!(context.current(), hash.hash(b""));
            context.update(b"a");
            assert_eq!(context.current(), hash.hash(b"a"));
            context.update(b"bc");
            assert_eq!(context.current(), hash.hash(b"abc"));
            assert_eq!(context.current(), hash.hash(b"abc"));
        }
    }
}

/// RFC 8446, appendix B.4.
#[test]
fn suites_of_the_same_hash() {
    for provider in providers() {
        for one in &provider.cipher_suites {
            for other in &provider.cipher_suites {
                let numbers = [one, other].map(|suite| suite.suite.0 == 0x1302);
                assert_eq!(one.has_same_hash(other), numbers[0] == numbers[1]);
            }
            assert!(!one.has_same_hash(with_another_hash(one)));
        }
    }
}

#[test]
fn a_digest_shows_its_bytes() {
    assert_eq!(format!("{:?}", Digest::new(&[0, 0xab])), "Digest(00ab)");
    assert_ne!(Digest::new(&[1]), Digest::new(&[1, 0]));
}
