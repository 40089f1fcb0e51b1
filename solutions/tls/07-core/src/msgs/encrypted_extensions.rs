//! `EncryptedExtensions` (RFC 8446, section 4.3.1).

use codec::{Codec, HandshakeType, InvalidMessage, Vector};

use super::encode::{extension, handshake, vector_u8, vector_u16};
use super::extension::{
    ALPN, EARLY_DATA, ExtensionSet, RECORD_SIZE_LIMIT, SERVER_NAME, SUPPORTED_GROUPS,
    check_response,
};
use super::lists::{Extensions, ProtocolNames};
use super::whole;
use crate::{Error, NamedGroup};

/// `EncryptedExtensions`: the server's answer to what the client offered, as far as
/// the keys do not depend on it. Of the server's `supported_groups`, which a client
/// need not look at, nothing is kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct EncryptedExtensions<'a> {
    /// `server_name` (RFC 6066, section 3): the server has used the name.
    pub server_name: bool,
    /// `application_layer_protocol_negotiation` (RFC 7301): the protocol.
    pub alpn: Option<&'a [u8]>,
    /// `early_data` (section 4.2.10): the server takes it.
    pub early_data: bool,
}

impl<'a> EncryptedExtensions<'a> {
    // `record_size_limit` is nothing that this core offers, but RFC 8448's client does.
    const ALLOWED: ExtensionSet = ExtensionSet::of(&[
        SERVER_NAME,
        SUPPORTED_GROUPS,
        ALPN,
        RECORD_SIZE_LIMIT,
        EARLY_DATA,
    ]);

    /// Decodes the body, in answer to a hello with the extensions in `offered`.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded, or an extension is there twice, was not offered or is
    /// out of place.
    pub fn decode(body: &'a [u8], offered: ExtensionSet) -> Result<Self, Error> {
        let extensions = whole(body, "EncryptedExtensions", Extensions::read)?;
        check_response(extensions.iter(), offered, Self::ALLOWED)?;
        let mut decoded = Self::default();
        for extension in extensions.iter() {
            let data = extension.extension_data.bytes();
            match extension.extension_type {
                SERVER_NAME => {
                    empty(data, "server_name")?;
                    decoded.server_name = true;
                }
                ALPN => decoded.alpn = Some(only_protocol(data)?),
                EARLY_DATA => {
                    empty(data, "early_data")?;
                    decoded.early_data = true;
                }
                SUPPORTED_GROUPS => {
                    Vector::<'_, NamedGroup, 2, 0xffff>::read_bytes(data)?;
                }
                _ => {}
            }
        }
        Ok(decoded)
    }

    /// Appends the message.
    ///
    /// # Panics
    ///
    /// If the protocol's name is longer than 255 bytes.
    pub fn encode(&self, bytes: &mut Vec<u8>) {
        handshake(bytes, HandshakeType::ENCRYPTED_EXTENSIONS, |bytes| {
            vector_u16(bytes, |bytes| {
                if self.server_name {
                    extension(bytes, SERVER_NAME, |_| {});
                }
                if let Some(name) = self.alpn {
                    extension(bytes, ALPN, |bytes| {
                        vector_u16(bytes, |bytes| {
                            vector_u8(bytes, |bytes| bytes.extend_from_slice(name));
                        });
                    });
                }
                if self.early_data {
                    extension(bytes, EARLY_DATA, |_| {});
                }
            });
        });
    }
}

/// Refuses data in an extension that has none.
fn empty(data: &[u8], what: &'static str) -> Result<(), InvalidMessage> {
    match data {
        [] => Ok(()),
        _ => Err(InvalidMessage::TrailingData(what)),
    }
}

/// The one protocol that a server's list must have (RFC 7301, section 3.1).
fn only_protocol(data: &[u8]) -> Result<&[u8], InvalidMessage> {
    let mut names = ProtocolNames::read_bytes(data)?.iter();
    match (names.next(), names.next()) {
        (Some(name), None) => Ok(name.bytes()),
        _ => Err(InvalidMessage::TrailingData("the protocol")),
    }
}
