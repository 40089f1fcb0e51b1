//! `Finished` (RFC 8446, section 4.4.4), and the message that stands for the first
//! hello in the transcript.

use codec::{HandshakeType, InvalidMessage};

use super::encode::handshake;
use crate::Error;

/// `Finished`: an HMAC over the handshake.
///
/// There is no `PartialEq`: whether two are the same is found out in constant time.
#[derive(Debug, Clone, Copy)]
pub struct Finished<'a> {
    /// `verify_data`
    pub verify_data: &'a [u8],
}

impl<'a> Finished<'a> {
    /// Decodes the body: as many bytes as a hash of the cipher suite has.
    ///
    /// # Errors
    ///
    /// If there are more or fewer.
    pub fn decode(body: &'a [u8], hash_length: usize) -> Result<Self, Error> {
        if body.len() != hash_length {
            return Err(InvalidMessage::IllegalLength("Finished").into());
        }
        Ok(Self { verify_data: body })
    }

    /// Appends the message.
    pub fn encode(&self, bytes: &mut Vec<u8>) {
        handshake(bytes, HandshakeType::FINISHED, |bytes| {
            bytes.extend_from_slice(self.verify_data);
        });
    }
}

/// Appends the `message_hash` that takes the place of the first `ClientHello` in the
/// transcript after a `HelloRetryRequest` (RFC 8446, section 4.4.1). It is never sent.
pub fn encode_message_hash(bytes: &mut Vec<u8>, hash: &[u8]) {
    handshake(bytes, HandshakeType::MESSAGE_HASH, |bytes| {
        bytes.extend_from_slice(hash);
    });
}
