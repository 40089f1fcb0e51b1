//! The handshake messages of TLS 1.3 (RFC 8446, section 4), one file each.
//!
//! `decode` takes the *body* of a message, as the frame around it is gone when a state
//! gets it, and refuses bytes behind it. What it returns borrows from the body and is
//! `Copy`; nothing is allocated. `encode` appends the *whole* message, with its frame.

mod certificate;
mod certificate_request;
mod certificate_verify;
mod client_hello;
pub mod encode;
mod encrypted_extensions;
pub mod extension;
mod finished;
mod key_share;
mod key_update;
mod lists;
mod new_client_hello;
mod new_session_ticket;
mod number_set;
mod psk;
mod server_hello;
mod server_name;
#[cfg(test)]
mod tests;

pub use certificate::{Certificate, encode_certificate};
pub use certificate_request::{CertificateRequest, DistinguishedName, encode_certificate_request};
pub use certificate_verify::{CertificateVerify, Signer, signed_content};
pub use client_hello::{ClientExtensions, decode_client_hello};
pub use encrypted_extensions::EncryptedExtensions;
pub use extension::ExtensionSet;
pub use finished::{Finished, encode_message_hash};
pub use key_share::KeyShareEntry;
pub use key_update::KeyUpdate;
pub use lists::{Extensions, ProtocolNames, SignatureSchemes};
pub use new_client_hello::{EncodedClientHello, NewClientHello, NewPsk};
pub use new_session_ticket::NewSessionTicket;
pub use psk::PskIdentity;
#[cfg(test)]
pub use server_hello::{DOWNGRADE_TLS11, DOWNGRADE_TLS12, HELLO_RETRY_REQUEST_RANDOM};
pub use server_hello::{
    HelloRetryRequestExtensions, NewHelloRetryRequest, NewServerHello, ServerHello,
    ServerHelloExtensions,
};

use codec::InvalidMessage;
use reader::Reader;

/// Decodes what has to fill `bytes` to the last one; `what` names it in the error.
fn whole<'a, T>(
    bytes: &'a [u8],
    what: &'static str,
    read: impl FnOnce(&mut Reader<'a>) -> Result<T, InvalidMessage>,
) -> Result<T, InvalidMessage> {
    let mut r = Reader::new(bytes);
    let value = read(&mut r)?;
    match r.left() {
        0 => Ok(value),
        _ => Err(InvalidMessage::TrailingData(what)),
    }
}
