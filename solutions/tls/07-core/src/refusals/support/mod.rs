//! A peer that a test plays by hand: it sends what it is told to, right or wrong.
//!
//! [`PlayedServer`] and [`PlayedClient`] know the rules of the handshake well enough to
//! reach every state of the connection under test, the [`Subject`]. What they send on
//! the way is open to changes: [`Hello`], [`Offer`] and plain bytes.

mod client;
mod config;
mod extensions;
mod peer;
mod server;
mod stages;
mod subject;
mod wire;

pub use client::{Offer, PlayedClient, Ticket, Trust};
use config::signing_key;
pub use config::{client_config, identity, server_config, server_config_with_auth};
pub use extensions::Extensions;
pub use peer::Peer;
pub use server::{Hello, OTHER_GROUP, PlayedServer};
pub use stages::{AnyPeer, connected, handshaking, starting};
pub use subject::Delivery;
pub use wire::plaintext;

use codec::{CipherSuite, HandshakeType};

use crate::crypto::{Digest, SupportedKxGroup, Tls13CipherSuite};
use crate::msgs::encode::handshake;
use crate::msgs::{CertificateVerify, Signer, signed_content};
use crate::{NamedGroup, SignatureScheme};

/// What both sides of every test speak.
pub const SUITE: CipherSuite = CipherSuite(0x1301);
pub const GROUP: NamedGroup = NamedGroup::X25519;

/// The host that the client wants.
pub const HOST: &str = "localhost";

/// Runs a test once for each way in which bytes can come.
pub fn everywhere(test: impl Fn(Delivery)) {
    for delivery in Delivery::ALL {
        test(delivery);
    }
}

/// A handshake message with its frame.
pub fn message(typ: HandshakeType, body: &[u8]) -> Vec<u8> {
    encoded(|bytes| handshake(bytes, typ, |bytes| bytes.extend_from_slice(body)))
}

/// What `encode` appends.
pub fn encoded(encode: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let mut bytes = Vec::new();
    encode(&mut bytes);
    bytes
}

/// A handshake message with one byte more in its body.
pub fn with_a_byte_more(message: &[u8]) -> Vec<u8> {
    let mut message = [message, &[0]].concat();
    message[3] = message[3].wrapping_add(1);
    message
}

/// A signature by [`signing_key`] over that transcript.
pub fn certificate_verify(signer: Signer, transcript: &Digest) -> Vec<u8> {
    let content = signed_content(signer, transcript.as_ref());
    let scheme = SignatureScheme::ED25519;
    let signature = signing_key()
        .sign(scheme, content.as_ref())
        .expect("signed");
    let signature = &signature[..];
    encoded(|bytes| CertificateVerify { scheme, signature }.encode(bytes))
}

fn suite(suite: CipherSuite) -> &'static Tls13CipherSuite {
    let provider = crate::crypto::ring::default_provider();
    provider
        .find_cipher_suite(suite)
        .expect("a suite of TLS 1.3")
}

fn group(group: NamedGroup) -> &'static dyn SupportedKxGroup {
    let provider = crate::crypto::ring::default_provider();
    provider
        .find_kx_group(group)
        .expect("a group of the provider")
}
