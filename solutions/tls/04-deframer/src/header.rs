//! The header of a record (RFC 8446, section 5.1).

use codec::{Codec, InvalidMessage};
use reader::Reader;

use crate::InvalidRecord;

/// The length of a header in bytes.
pub const HEADER_LENGTH: usize = 5;

/// The most bytes of plaintext in one record, 2^14.
pub const MAX_PLAINTEXT: usize = 1 << 14;

/// The longest payload of a protected record: 2^14 + 256 bytes (section 5.2).
pub const MAX_CIPHERTEXT: usize = MAX_PLAINTEXT + 256;

/// `ContentType` of RFC 8446, section 5.1. Any byte is one; four have names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ContentType(pub u8);

impl ContentType {
    /// `change_cipher_spec`
    pub const CHANGE_CIPHER_SPEC: Self = Self(20);
    /// `alert`
    pub const ALERT: Self = Self(21);
    /// `handshake`
    pub const HANDSHAKE: Self = Self(22);
    /// `application_data`, and every protected record of TLS 1.3.
    pub const APPLICATION_DATA: Self = Self(23);
}

impl Codec<'_> for ContentType {
    fn read(r: &mut Reader<'_>) -> Result<Self, InvalidMessage> {
        u8::read(r).map(Self)
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        self.0.encode(bytes);
    }
}

/// What stands in front of every record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordHeader {
    /// `type`
    pub content_type: ContentType,
    /// `legacy_record_version`: 0x0301 to 0x0304 in practice.
    pub version: u16,
    /// `length`: how many bytes of payload follow.
    pub length: u16,
}

impl RecordHeader {
    /// Decodes a header and checks it.
    ///
    /// # Errors
    ///
    /// - [`InvalidRecord::UnexpectedType`] if the type is not one of the four.
    /// - [`InvalidRecord::IllegalVersion`] if the version does not begin with the
    ///   byte 3. The RFC wants this field ignored, but no TLS ever had another byte
    ///   there: these bytes are something else, and their length means nothing.
    /// - [`InvalidRecord::TooLong`] if application data has a payload of more than
    ///   2^14 + 256 bytes (section 5.2), or another type one of more than 2^14
    ///   (section 5.1).
    /// - [`InvalidRecord::Empty`] if there is no payload. Only application data may
    ///   be empty (section 5.1, and RFC 5246, section 6.2.1).
    pub fn from_bytes(bytes: [u8; HEADER_LENGTH]) -> Result<Self, InvalidRecord> {
        let [content_type, major, minor, high, low] = bytes;
        let header = Self {
            content_type: ContentType(content_type),
            version: u16::from_be_bytes([major, minor]),
            length: u16::from_be_bytes([high, low]),
        };
        let limit = match header.content_type {
            ContentType::APPLICATION_DATA => MAX_CIPHERTEXT,
            ContentType::CHANGE_CIPHER_SPEC | ContentType::ALERT | ContentType::HANDSHAKE => {
                MAX_PLAINTEXT
            }
            unknown => return Err(InvalidRecord::UnexpectedType(unknown)),
        };
        if major != 3 {
            return Err(InvalidRecord::IllegalVersion(header.version));
        }
        if usize::from(header.length) > limit {
            return Err(InvalidRecord::TooLong(header.length));
        }
        if header.length == 0 && header.content_type != ContentType::APPLICATION_DATA {
            return Err(InvalidRecord::Empty(header.content_type));
        }
        Ok(header)
    }

    /// The header as it stood in the record; the additional data of its protection
    /// (section 5.2).
    pub fn to_bytes(self) -> [u8; HEADER_LENGTH] {
        let [major, minor] = self.version.to_be_bytes();
        let [high, low] = self.length.to_be_bytes();
        [self.content_type.0, major, minor, high, low]
    }
}
