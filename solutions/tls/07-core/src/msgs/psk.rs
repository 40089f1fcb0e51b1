//! The extensions `pre_shared_key` and `psk_key_exchange_modes` (RFC 8446, sections
//! 4.2.11 and 4.2.9).

use codec::{Codec, InvalidMessage, Opaque, Vector};
use reader::Reader;

use super::encode::vector_u16;
use crate::enums::registered;
use crate::{Error, PeerMisbehaved};

registered! {
    /// `PskKeyExchangeMode` of RFC 8446, section 4.2.9.
    PskKeyExchangeMode(u8) {
        /// `psk_ke`: without a key exchange.
        PSK_KE = 0, "psk_ke";
        /// `psk_dhe_ke`: with one.
        PSK_DHE_KE = 1, "psk_dhe_ke";
    }
}

/// `PskIdentity` of RFC 8446, section 4.2.11.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PskIdentity<'a> {
    /// `identity`: a ticket, of 1 to 2^16 - 1 bytes.
    pub identity: &'a [u8],
    /// `obfuscated_ticket_age`: milliseconds since the ticket came, plus the ticket's
    /// `ticket_age_add`, modulo 2^32.
    pub obfuscated_ticket_age: u32,
}

impl<'a> Codec<'a> for PskIdentity<'a> {
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        Ok(Self {
            identity: Opaque::<1, 0xffff>::read(r)?.bytes(),
            obfuscated_ticket_age: read_u32(r)?,
        })
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        vector_u16(bytes, |bytes| bytes.extend_from_slice(self.identity));
        bytes.extend_from_slice(&self.obfuscated_ticket_age.to_be_bytes());
    }
}

/// `PskBinderEntry` of RFC 8446, section 4.2.11: an HMAC over the hello up to the
/// list of these.
pub type PskBinder<'a> = Opaque<'a, 32, 0xff>;

/// `OfferedPsks` of RFC 8446, section 4.2.11. There are as many binders as identities.
#[derive(Debug, Clone, Copy)]
pub struct OfferedPsks<'a> {
    /// `identities`
    pub identities: Vector<'a, PskIdentity<'a>, 7, 0xffff>,
    /// `binders`
    pub binders: Vector<'a, PskBinder<'a>, 33, 0xffff>,
}

impl<'a> OfferedPsks<'a> {
    /// Decodes the extension's data.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded, or the two lists are not equally long.
    pub fn decode(data: &'a [u8]) -> Result<Self, Error> {
        let psks = super::whole(data, "pre_shared_key", |r| {
            Ok(Self {
                identities: Vector::read(r)?,
                binders: Vector::read(r)?,
            })
        })?;
        if psks.identities.iter().count() != psks.binders.iter().count() {
            return Err(PeerMisbehaved::BinderCountMismatch.into());
        }
        Ok(psks)
    }

    /// Every identity with its binder, in the client's order.
    pub fn iter(self) -> impl Iterator<Item = (PskIdentity<'a>, &'a [u8])> {
        self.identities
            .iter()
            .zip(self.binders.iter().map(Opaque::bytes))
    }

    /// How many bytes the list of binders takes, with its length.
    pub fn binders_length(self) -> usize {
        2 + self.binders.bytes().len()
    }
}

/// Reads a `uint32` (RFC 8446, section 3.3).
pub fn read_u32(r: &mut Reader<'_>) -> Result<u32, InvalidMessage> {
    let high = u16::read(r)?;
    let low = u16::read(r)?;
    Ok(u32::from(high) << 16 | u32::from(low))
}
