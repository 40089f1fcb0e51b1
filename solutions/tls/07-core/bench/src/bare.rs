//! The AEAD with nothing around it.

use aws_lc_rs::aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey};

use crate::{Channel, Wire};

/// Length of a record's header, which is the associated data.
const HEADER: usize = 5;
/// Length of the type.
const TYPE: usize = 1;
/// Length of the tag.
const TAG: usize = 16;

/// What every library has to pay: one call to seal a record in place, one to open it,
/// with the type that is sealed along with the data (RFC 8446, section 5.2). There is no
/// header, nothing is checked, and the data is not copied.
pub struct Bare {
    key: LessSafeKey,
    sealed: u64,
    opened: u64,
}

impl Default for Bare {
    fn default() -> Self {
        let key = UnboundKey::new(&AES_128_GCM, &[7; 16]).expect("16 bytes");
        Self {
            key: LessSafeKey::new(key),
            sealed: 0,
            opened: 0,
        }
    }
}

/// The nonce of a record, and the number of the next record.
fn nonce(number: &mut u64) -> Nonce {
    let mut nonce = [0; 12];
    nonce[4..].copy_from_slice(&number.to_be_bytes());
    *number += 1;
    Nonce::assume_unique_for_key(nonce)
}

impl Channel for Bare {
    fn seal(&mut self, data: &[u8], wire: &mut Wire) {
        wire.fill(|room| {
            let (in_out, rest) = room.split_at_mut(data.len() + TYPE);
            let tag = self
                .key
                .seal_in_place_separate_tag(nonce(&mut self.sealed), Aad::from([0; HEADER]), in_out)
                .expect("sealed");
            rest[..TAG].copy_from_slice(tag.as_ref());
            data.len() + TYPE + TAG
        });
    }

    fn open(&mut self, records: &mut [u8]) -> usize {
        self.key
            .open_in_place(nonce(&mut self.opened), Aad::from([0; HEADER]), records)
            .expect("opened")
            .len()
            - TYPE
    }
}
