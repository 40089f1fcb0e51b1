//! The first message of every handshake (RFC 8446, section 4.1.2): step 5.

use reader::Reader;

use crate::{Codec, InvalidMessage, Opaque, PayloadU16, Vector};

/// `CipherSuite` of RFC 8446, section 4.1.2.
///
/// Step 5: write its impl of [`Codec`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CipherSuite(pub u16);

/// `ExtensionType` of RFC 8446, section 4.2.
///
/// Step 5: write its impl of [`Codec`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ExtensionType(pub u16);

impl ExtensionType {
    /// `server_name` (RFC 6066, section 3)
    pub const SERVER_NAME: Self = Self(0);
    /// `supported_groups`
    pub const SUPPORTED_GROUPS: Self = Self(10);
    /// `signature_algorithms`
    pub const SIGNATURE_ALGORITHMS: Self = Self(13);
    /// `supported_versions`
    pub const SUPPORTED_VERSIONS: Self = Self(43);
    /// `key_share`
    pub const KEY_SHARE: Self = Self(51);
}

/// `Extension` of RFC 8446, section 4.2: a type, and data that only the type says
/// how to decode.
///
/// Step 5: write its impl of [`Codec`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extension<'a> {
    /// `extension_type`
    pub extension_type: ExtensionType,
    /// `extension_data`
    pub extension_data: PayloadU16<'a>,
}

/// `ClientHello` of RFC 8446, section 4.1.2, without the frame around it.
///
/// It has extensions, as in TLS 1.3; a hello of TLS 1.2 without any is refused.
/// Every field borrows from the message: nothing is copied but a few integers.
///
/// Step 5: write its impl of [`Codec`].
#[derive(Debug, Clone, Copy)]
pub struct ClientHello<'a> {
    /// `legacy_version`, 0x0303 since TLS 1.2.
    pub legacy_version: u16,
    /// `random`, 32 bytes.
    pub random: &'a [u8; 32],
    /// `legacy_session_id`
    pub legacy_session_id: Opaque<'a, 0, 32>,
    /// `cipher_suites`
    pub cipher_suites: Vector<'a, CipherSuite, 2, 0xfffe>,
    /// `legacy_compression_methods`
    pub legacy_compression_methods: Opaque<'a, 1, 0xff>,
    /// `extensions`
    pub extensions: Vector<'a, Extension<'a>, 8, 0xffff>,
}

impl<'a> ClientHello<'a> {
    /// The data of the extension of that type, if there is one.
    pub fn extension(&self, extension_type: ExtensionType) -> Option<&'a [u8]> {
        let _ = extension_type;
        todo!("step 5: find the extension")
    }
}
