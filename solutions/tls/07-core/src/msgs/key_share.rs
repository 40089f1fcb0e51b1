//! The extension `key_share` (RFC 8446, section 4.2.8).

use codec::{Codec, InvalidMessage, Opaque};
use reader::Reader;

use super::encode::vector_u16;
use crate::NamedGroup;

/// `KeyShareEntry`: a public key for a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyShareEntry<'a> {
    /// `group`
    pub group: NamedGroup,
    /// `key_exchange`, 1 to 2^16 - 1 bytes whose form the group says.
    pub key_exchange: &'a [u8],
}

impl<'a> Codec<'a> for KeyShareEntry<'a> {
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        Ok(Self {
            group: NamedGroup::read(r)?,
            key_exchange: Opaque::<1, 0xffff>::read(r)?.bytes(),
        })
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        self.group.encode(bytes);
        vector_u16(bytes, |bytes| bytes.extend_from_slice(self.key_exchange));
    }
}
