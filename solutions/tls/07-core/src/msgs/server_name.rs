//! The extension `server_name` (RFC 6066, section 3).

use core::net::IpAddr;

use codec::{Codec, InvalidMessage, Opaque, PayloadU16, Vector};
use pki_types::DnsName;
use reader::Reader;

use super::encode::vector_u16;
use crate::{Error, PeerMisbehaved};

/// `host_name`, the only `NameType` there is.
const HOST_NAME: u8 = 0;

/// `ServerName`. The RFC lets every type of name that may ever come begin with a
/// length of two bytes, so that one can step over it.
#[derive(Debug, Clone, Copy)]
struct ServerName<'a> {
    name_type: u8,
    name: PayloadU16<'a>,
}

impl<'a> Codec<'a> for ServerName<'a> {
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        let name_type = u8::read(r)?;
        let name = PayloadU16::read(r)?;
        if name_type == HOST_NAME {
            Opaque::<1, 0xffff>::new(name.bytes())?;
        }
        Ok(Self { name_type, name })
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        self.name_type.encode(bytes);
        self.name.encode(bytes);
    }
}

/// The host name in a client's extension. An address of four or sixteen bytes in its
/// written form, which the RFC does not allow but clients send, counts as no name.
///
/// # Errors
///
/// If the extension cannot be decoded, or has two host names, or one that is no DNS
/// name or ends in a dot.
pub fn decode_server_name(data: &[u8]) -> Result<Option<&str>, Error> {
    let names: Vector<'_, ServerName<'_>, 1, 0xffff> = Codec::read_bytes(data)?;
    let mut hosts = names
        .iter()
        .filter(|name| name.name_type == HOST_NAME)
        .map(|name| name.name.bytes());
    let host = hosts.next();
    if hosts.next().is_some() {
        return Err(PeerMisbehaved::InvalidServerName.into());
    }
    let Some(host) = host else { return Ok(None) };
    let host = str::from_utf8(host).map_err(|_| PeerMisbehaved::InvalidServerName)?;
    if host.parse::<IpAddr>().is_ok() {
        return Ok(None);
    }
    match DnsName::try_from(host) {
        Ok(_) if !host.ends_with('.') => Ok(Some(host)),
        _ => Err(PeerMisbehaved::InvalidServerName.into()),
    }
}

/// Appends the extension's data for that host name, without the dot it may end in.
pub fn encode_server_name(bytes: &mut Vec<u8>, host_name: &str) {
    let host_name = host_name.strip_suffix('.').unwrap_or(host_name);
    vector_u16(bytes, |bytes| {
        HOST_NAME.encode(bytes);
        vector_u16(bytes, |bytes| bytes.extend_from_slice(host_name.as_bytes()));
    });
}
