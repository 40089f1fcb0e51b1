//! `KeyUpdate` (RFC 8446, section 4.6.3).

use codec::{Codec, HandshakeType};

use super::encode::handshake;
use super::whole;
use crate::{Error, PeerMisbehaved};

/// `KeyUpdate`: the sender's next record is under new keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyUpdate {
    /// `update_not_requested`
    UpdateNotRequested,
    /// `update_requested`: and so shall the receiver's be.
    UpdateRequested,
}

impl KeyUpdate {
    /// Decodes the body.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded, or is neither of the two.
    pub fn decode(body: &[u8]) -> Result<Self, Error> {
        match whole(body, "KeyUpdate", u8::read)? {
            0 => Ok(Self::UpdateNotRequested),
            1 => Ok(Self::UpdateRequested),
            _ => Err(PeerMisbehaved::IllegalKeyUpdate.into()),
        }
    }

    /// Appends the message.
    pub fn encode(self, bytes: &mut Vec<u8>) {
        handshake(bytes, HandshakeType::KEY_UPDATE, |bytes| {
            bytes.push(match self {
                Self::UpdateNotRequested => 0,
                Self::UpdateRequested => 1,
            });
        });
    }
}
