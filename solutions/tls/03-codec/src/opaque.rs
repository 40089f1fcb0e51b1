//! Payloads: bytes behind their length.

use reader::Reader;

use crate::{Codec, InvalidMessage, U24};

/// `opaque name<FLOOR..CEILING>` of RFC 8446, section 3.4: at least `FLOOR` and at
/// most `CEILING` bytes, behind a length of as many bytes as `CEILING` needs.
///
/// It borrows from the input that it was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Opaque<'a, const FLOOR: usize, const CEILING: usize>(&'a [u8]);

/// Up to 2^8 - 1 bytes behind a length of one byte.
pub type PayloadU8<'a> = Opaque<'a, 0, 0xff>;
/// Up to 2^16 - 1 bytes behind a length of two bytes.
pub type PayloadU16<'a> = Opaque<'a, 0, 0xffff>;
/// Up to 2^24 - 1 bytes behind a length of three bytes.
pub type PayloadU24<'a> = Opaque<'a, 0, 0xff_ffff>;

impl<'a, const FLOOR: usize, const CEILING: usize> Opaque<'a, FLOOR, CEILING> {
    /// `bytes`, unless there are too few or too many.
    ///
    /// # Errors
    ///
    /// [`InvalidMessage::IllegalLength`] if so.
    pub fn new(bytes: &'a [u8]) -> Result<Self, InvalidMessage> {
        const {
            assert!(
                FLOOR <= CEILING && CEILING <= 0xff_ffff,
                "no length of TLS goes so far"
            )
        };
        if bytes.len() < FLOOR || bytes.len() > CEILING {
            return Err(InvalidMessage::IllegalLength("a payload"));
        }
        Ok(Self(bytes))
    }

    /// The bytes, without their length.
    pub fn bytes(self) -> &'a [u8] {
        self.0
    }
}

// ANCHOR: impl
impl<'a, const FLOOR: usize, const CEILING: usize> Codec<'a> for Opaque<'a, FLOOR, CEILING> {
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        let length = read_length(CEILING, r)?;
        let bytes = r
            .take(length)
            .ok_or(InvalidMessage::MissingData("a payload"))?;
        Self::new(bytes)
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        encode_length(CEILING, self.0.len(), bytes);
        bytes.extend_from_slice(self.0);
    }
}
// ANCHOR_END: impl

/// Reads a length of as many bytes as `ceiling` needs.
pub(crate) fn read_length(ceiling: usize, r: &mut Reader<'_>) -> Result<usize, InvalidMessage> {
    match ceiling {
        0..=0xff => u8::read(r).map(usize::from),
        0x100..=0xffff => u16::read(r).map(usize::from),
        _ => U24::read(r).map(|length| length.get() as usize),
    }
}

/// Appends `length`, which is at most `ceiling`, in as many bytes as `ceiling` needs.
pub(crate) fn encode_length(ceiling: usize, length: usize, bytes: &mut Vec<u8>) {
    debug_assert!(length <= ceiling && ceiling <= 0xff_ffff);
    let width = match ceiling {
        0..=0xff => 1,
        0x100..=0xffff => 2,
        _ => 3,
    };
    let encoded = length.to_be_bytes();
    bytes.extend_from_slice(&encoded[encoded.len() - width..]);
}
