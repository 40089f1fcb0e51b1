//! `NewSessionTicket` (RFC 8446, section 4.6.1).

use codec::{Codec, Extension, HandshakeType, Opaque, PayloadU8, Vector};

use super::encode::{extension, handshake, vector_u8, vector_u16};
use super::extension::{EARLY_DATA, ExtensionSet, check_request};
use super::psk::read_u32;
use super::whole;
use crate::Error;

/// `NewSessionTicket`: a PSK for another connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewSessionTicket<'a> {
    /// `ticket_lifetime` in seconds. More than seven days is not allowed, but not for
    /// the receiver to complain about.
    pub ticket_lifetime: u32,
    /// `ticket_age_add`: hides the ticket's age, in milliseconds, on the wire.
    pub ticket_age_add: u32,
    /// `ticket_nonce`, at most 255 bytes: tells the tickets of a connection apart.
    pub ticket_nonce: &'a [u8],
    /// `ticket`, 1 to 2^16 - 1 bytes: the PSK's identity.
    pub ticket: &'a [u8],
    /// `early_data`: how many bytes of it the server takes (section 4.2.10).
    pub max_early_data_size: Option<u32>,
}

impl<'a> NewSessionTicket<'a> {
    const ALLOWED: ExtensionSet = ExtensionSet::of(&[EARLY_DATA]);

    /// Decodes the body.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded, or an extension is there twice or out of place.
    pub fn decode(body: &'a [u8]) -> Result<Self, Error> {
        let (mut ticket, extensions) = whole(body, "NewSessionTicket", |r| {
            let ticket = Self {
                ticket_lifetime: read_u32(r)?,
                ticket_age_add: read_u32(r)?,
                ticket_nonce: PayloadU8::read(r)?.bytes(),
                ticket: Opaque::<1, 0xffff>::read(r)?.bytes(),
                max_early_data_size: None,
            };
            let extensions: Vector<'a, Extension<'a>, 0, 0xfffe> = Codec::read(r)?;
            Ok((ticket, extensions))
        })?;
        check_request(extensions.iter(), Self::ALLOWED)?;
        for extension in extensions.iter() {
            if extension.extension_type == EARLY_DATA {
                let data = extension.extension_data.bytes();
                ticket.max_early_data_size = Some(whole(data, "early_data", read_u32)?);
            }
        }
        Ok(ticket)
    }

    /// Appends the message.
    ///
    /// # Panics
    ///
    /// If the nonce or the ticket is too long.
    pub fn encode(&self, bytes: &mut Vec<u8>) {
        handshake(bytes, HandshakeType::NEW_SESSION_TICKET, |bytes| {
            bytes.extend_from_slice(&self.ticket_lifetime.to_be_bytes());
            bytes.extend_from_slice(&self.ticket_age_add.to_be_bytes());
            vector_u8(bytes, |bytes| bytes.extend_from_slice(self.ticket_nonce));
            vector_u16(bytes, |bytes| bytes.extend_from_slice(self.ticket));
            vector_u16(bytes, |bytes| {
                if let Some(size) = self.max_early_data_size {
                    extension(bytes, EARLY_DATA, |bytes| {
                        bytes.extend_from_slice(&size.to_be_bytes());
                    });
                }
            });
        });
    }
}
