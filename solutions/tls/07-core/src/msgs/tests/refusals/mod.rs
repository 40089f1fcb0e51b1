//! What is refused, and why: one file for each message.

mod certificate;
mod certificate_request;
mod client_hello;
mod encrypted_extensions;
mod new_session_ticket;
mod psk;
mod server_hello;
mod server_name;

use codec::{ExtensionType, InvalidMessage};

use super::extension::*;
use super::*;
use crate::{PeerIncompatible, PeerMisbehaved};

/// A list of extensions.
fn extensions(list: &[(ExtensionType, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    vector_u16(&mut bytes, |bytes| {
        for (extension_type, data) in list {
            super::extension(bytes, *extension_type, |bytes| {
                bytes.extend_from_slice(data)
            });
        }
    });
    bytes
}

fn misbehaved<T>(what: PeerMisbehaved) -> Result<T, Error> {
    Err(Error::PeerMisbehaved(what))
}

#[test]
#[should_panic(expected = "a vector longer than its length can say")]
fn a_vector_that_is_too_long_to_encode() {
    vector_u8(&mut Vec::new(), |bytes| bytes.extend_from_slice(&[0; 256]));
}

#[test]
fn a_vector_that_is_just_short_enough() {
    let mut bytes = Vec::new();
    vector_u8(&mut bytes, |bytes| bytes.extend_from_slice(&[0; 255]));
    assert_eq!((bytes.len(), bytes[0]), (256, 255));
}
