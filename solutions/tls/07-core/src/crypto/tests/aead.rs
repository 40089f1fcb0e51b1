//! Records: sealed and opened.

use super::*;

#[test]
fn what_one_seals_the_other_opens() {
    for (sealer, opener) in suite_pairs() {
        let key: Vec<u8> = (0..sealer.aead.key_len() as u8).collect();
        let sealing = sealer.aead.new_key(&key);
        let opening = opener.aead.new_key(&key);
        for length in [0, 1, 15, 16, 17, 64, 1000, (1 << 14) + 1] {
            let plain: Vec<u8> = (0..length).map(|index| index as u8).collect();
            let mut sealed = plain.clone();
            let tag = sealing
                .seal_in_place([9; 12], b"header", &mut sealed)
                .expect("it is not too long");
            sealed.extend_from_slice(&tag);

            let open = |nonce, aad: &[u8], mut sealed: Vec<u8>| {
                opening
                    .open_in_place(nonce, aad, &mut sealed)
                    .map(|opened| opened.to_vec())
            };
            assert_eq!(open([9; 12], b"header", sealed.clone()), Some(plain));
            assert_eq!(open([8; 12], b"header", sealed.clone()), None);
            assert_eq!(open([9; 12], b"Header", sealed.clone()), None);
            for index in [0, length / 2, length, sealed.len() - 1] {
                let mut changed = sealed.clone();
                changed[index] ^= 1;
                assert_eq!(open([9; 12], b"header", changed), None);
            }
            for length in [0, 1, TAG_LENGTH - 1, sealed.len() - 1] {
                assert_eq!(open([9; 12], b"header", sealed[..length].to_vec()), None);
            }
        }
    }
}

/// What a key makes of `plain` in place, with the tag.
fn sealed_in_place(key: &dyn AeadKey, plain: &[u8]) -> Vec<u8> {
    let mut sealed = plain.to_vec();
    let tag = key.seal_in_place([9; 12], b"header", &mut sealed);
    sealed.extend_from_slice(&tag.expect("it is not too long"));
    sealed
}

#[test]
fn it_is_the_same_sealed_in_place_and_into_another_buffer() {
    for (one, other) in suite_pairs() {
        let bytes: Vec<u8> = (0..one.aead.key_len() as u8).collect();
        let (one, other) = (one.aead.new_key(&bytes), other.aead.new_key(&bytes));
        for length in [0, 1, 15, 16, 17, 63, 64, 1000, 1 << 14] {
            let plain: Vec<u8> = (0..length).map(|index| index as u8).collect();
            let mut sealed = vec![0; length + 1 + TAG_LENGTH];
            one.seal_into([9; 12], b"header", &plain, 23, &mut sealed)
                .expect("it is not too long");
            assert_eq!(
                sealed,
                sealed_in_place(&*other, &[&plain[..], &[23]].concat())
            );
        }
    }
}

#[test]
fn a_key_can_become_another() {
    for (one, other) in suite_pairs() {
        let bytes: Vec<u8> = (0..one.aead.key_len() as u8).collect();
        let mut key = one.aead.new_key(&vec![5; bytes.len()]);
        key.rekey(&bytes);
        let new = other.aead.new_key(&bytes);
        assert_eq!(
            sealed_in_place(&*key, b"plain"),
            sealed_in_place(&*new, b"plain")
        );
    }
}

#[test]
#[should_panic(expected = "`key_len` bytes")]
fn a_key_does_not_become_one_of_another_length() {
    let mut key = providers()[0].cipher_suites[0].aead.new_key(&[0; 32]);
    key.rekey(&[0; 31]);
}

#[test]
#[should_panic(expected = "`key_len` bytes")]
fn a_key_of_another_length_is_refused() {
    providers()[0].cipher_suites[0].aead.new_key(&[0; 31]);
}
