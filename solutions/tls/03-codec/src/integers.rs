//! Integers, in network byte order (RFC 8446, section 3.3).

use reader::Reader;

use crate::{Codec, InvalidMessage};

/// An unsigned integer of three bytes, the length of a handshake message for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct U24(u32);

impl U24 {
    /// The largest value, 2^24 - 1.
    pub const MAX: Self = Self(0xff_ffff);

    /// `value`, unless it needs more than three bytes.
    pub fn new(value: u32) -> Option<Self> {
        (value <= Self::MAX.0).then_some(Self(value))
    }

    /// The value.
    pub fn get(self) -> u32 {
        self.0
    }
}

impl Codec<'_> for u8 {
    fn read(r: &mut Reader<'_>) -> Result<Self, InvalidMessage> {
        match r.take(1) {
            Some(&[byte]) => Ok(byte),
            _ => Err(InvalidMessage::MissingData("u8")),
        }
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        bytes.push(*self);
    }
}

impl Codec<'_> for u16 {
    fn read(r: &mut Reader<'_>) -> Result<Self, InvalidMessage> {
        match r.take(2) {
            Some(&[high, low]) => Ok(Self::from_be_bytes([high, low])),
            _ => Err(InvalidMessage::MissingData("u16")),
        }
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.to_be_bytes());
    }
}

impl Codec<'_> for U24 {
    fn read(r: &mut Reader<'_>) -> Result<Self, InvalidMessage> {
        match r.take(3) {
            Some(&[high, middle, low]) => Ok(Self(u32::from_be_bytes([0, high, middle, low]))),
            _ => Err(InvalidMessage::MissingData("u24")),
        }
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.0.to_be_bytes()[1..]);
    }
}
