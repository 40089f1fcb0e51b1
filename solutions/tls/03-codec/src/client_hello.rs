//! The first message of every handshake (RFC 8446, section 4.1.2).

use reader::Reader;

use crate::{Codec, InvalidMessage, Opaque, PayloadU16, Vector};

/// `CipherSuite` of RFC 8446, section 4.1.2.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CipherSuite(pub u16);

/// `ExtensionType` of RFC 8446, section 4.2.
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

impl Codec<'_> for CipherSuite {
    fn read(r: &mut Reader<'_>) -> Result<Self, InvalidMessage> {
        u16::read(r).map(Self)
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        self.0.encode(bytes);
    }
}

impl Codec<'_> for ExtensionType {
    fn read(r: &mut Reader<'_>) -> Result<Self, InvalidMessage> {
        u16::read(r).map(Self)
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        self.0.encode(bytes);
    }
}

/// `Extension` of RFC 8446, section 4.2: a type, and data that only the type says
/// how to decode.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extension<'a> {
    /// `extension_type`
    pub extension_type: ExtensionType,
    /// `extension_data`
    pub extension_data: PayloadU16<'a>,
}

impl<'a> Codec<'a> for Extension<'a> {
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        Ok(Self {
            extension_type: ExtensionType::read(r)?,
            extension_data: PayloadU16::read(r)?,
        })
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        self.extension_type.encode(bytes);
        self.extension_data.encode(bytes);
    }
}

/// `ClientHello` of RFC 8446, section 4.1.2, without the frame around it.
///
/// It has extensions, as in TLS 1.3; a hello of TLS 1.2 without any is refused.
/// Every field borrows from the message: nothing is copied but a few integers.
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
        self.extensions
            .iter()
            .find(|extension| extension.extension_type == extension_type)
            .map(|extension| extension.extension_data.bytes())
    }
}

impl<'a> Codec<'a> for ClientHello<'a> {
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        Ok(Self {
            legacy_version: u16::read(r)?,
            random: r
                .take(32)
                .and_then(|bytes| bytes.try_into().ok())
                .ok_or(InvalidMessage::MissingData("a random"))?,
            legacy_session_id: Opaque::read(r)?,
            cipher_suites: Vector::read(r)?,
            legacy_compression_methods: Opaque::read(r)?,
            extensions: Vector::read(r)?,
        })
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        self.legacy_version.encode(bytes);
        bytes.extend_from_slice(self.random);
        self.legacy_session_id.encode(bytes);
        self.cipher_suites.encode(bytes);
        self.legacy_compression_methods.encode(bytes);
        self.extensions.encode(bytes);
    }
}
