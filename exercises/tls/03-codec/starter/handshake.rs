//! The frame around every handshake message (RFC 8446, section 4): step 2.

use reader::Reader;

use crate::{Codec, InvalidMessage, PayloadU24};

/// `HandshakeType` of RFC 8446, section 4. Any byte is one; the known ones have names.
///
/// Step 2: write its impl of [`Codec`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct HandshakeType(pub u8);

impl HandshakeType {
    /// `hello_request`, of TLS 1.2 and earlier (RFC 5246, section 7.4.1.1).
    pub const HELLO_REQUEST: Self = Self(0);
    /// `client_hello`
    pub const CLIENT_HELLO: Self = Self(1);
    /// `server_hello`
    pub const SERVER_HELLO: Self = Self(2);
    /// `new_session_ticket`
    pub const NEW_SESSION_TICKET: Self = Self(4);
    /// `end_of_early_data`
    pub const END_OF_EARLY_DATA: Self = Self(5);
    /// `encrypted_extensions`
    pub const ENCRYPTED_EXTENSIONS: Self = Self(8);
    /// `certificate`
    pub const CERTIFICATE: Self = Self(11);
    /// `certificate_request`
    pub const CERTIFICATE_REQUEST: Self = Self(13);
    /// `certificate_verify`
    pub const CERTIFICATE_VERIFY: Self = Self(15);
    /// `finished`
    pub const FINISHED: Self = Self(20);
    /// `key_update`
    pub const KEY_UPDATE: Self = Self(24);
    /// `message_hash`
    pub const MESSAGE_HASH: Self = Self(254);
}

/// `Handshake` of RFC 8446, section 4: a type, a length of three bytes, and a body
/// that only the type says how to decode.
///
/// Step 2: write its impl of [`Codec`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handshake<'a> {
    /// `msg_type`
    pub msg_type: HandshakeType,
    /// The message without the type and the length.
    pub body: PayloadU24<'a>,
}
