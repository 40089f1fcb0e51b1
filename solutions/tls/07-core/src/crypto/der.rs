//! The little DER that it takes to put keys into the forms that others expect.
//!
//! Nothing is parsed here: that is left to those who have to understand it.

use pki_types::{AlgorithmIdentifier, SubjectPublicKeyInfoDer};
use zeroize::Zeroizing;

const OCTET_STRING: u8 = 0x04;
const BIT_STRING: u8 = 0x03;
const SEQUENCE: u8 = 0x30;

/// `SubjectPublicKeyInfo` of RFC 5280, section 4.1, around a public key.
pub(super) fn subject_public_key_info(
    algorithm: AlgorithmIdentifier,
    public_key: &[u8],
) -> SubjectPublicKeyInfoDer<'static> {
    // In front of the bits, how many of the last byte are unused.
    let bits = value(BIT_STRING, &[&[0], public_key]);
    value(SEQUENCE, &[&value(SEQUENCE, &[&algorithm]), &bits])
        .to_vec()
        .into()
}

/// `PrivateKeyInfo` of RFC 5208, section 5, around a private key: PKCS #8.
pub(super) fn private_key_info(
    algorithm: AlgorithmIdentifier,
    private_key: &[u8],
) -> Zeroizing<Vec<u8>> {
    const VERSION_0: [u8; 3] = [0x02, 1, 0];
    value(
        SEQUENCE,
        &[
            &VERSION_0,
            &value(SEQUENCE, &[&algorithm]),
            &value(OCTET_STRING, &[private_key]),
        ],
    )
}

/// A value of that type, whose contents are the pieces one after another.
///
/// It never grows, so that what is wiped in the end is the only copy.
fn value(tag: u8, pieces: &[&[u8]]) -> Zeroizing<Vec<u8>> {
    let length = pieces.iter().map(|piece| piece.len()).sum::<usize>();
    let mut der = Zeroizing::new(Vec::with_capacity(1 + 1 + size_of::<usize>() + length));
    der.push(tag);
    let encoded = length.to_be_bytes();
    let significant = &encoded[length.leading_zeros() as usize / 8..];
    if length >= 0x80 {
        der.push(0x80 | significant.len() as u8);
        der.extend_from_slice(significant);
    } else {
        der.push(length as u8);
    }
    for piece in pieces {
        der.extend_from_slice(piece);
    }
    der
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_take_as_few_bytes_as_they_can() {
        for (length, header) in [
            (0, &[4, 0][..]),
            (1, &[4, 1]),
            (0x7f, &[4, 0x7f]),
            (0x80, &[4, 0x81, 0x80]),
            (0xff, &[4, 0x81, 0xff]),
            (0x100, &[4, 0x82, 1, 0]),
            (0xffff, &[4, 0x82, 0xff, 0xff]),
            (0x10000, &[4, 0x83, 1, 0, 0]),
        ] {
            let contents = vec![0xab; length];
            let der = value(OCTET_STRING, &[&contents]);
            assert_eq!(der[..header.len()], *header, "{length}");
            assert_eq!(der[header.len()..], contents, "{length}");
        }
    }
}
