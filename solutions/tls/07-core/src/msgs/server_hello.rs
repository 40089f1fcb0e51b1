//! `ServerHello` and `HelloRetryRequest` (RFC 8446, sections 4.1.3 and 4.1.4): two
//! messages of one form, told apart by the random.

use codec::{CipherSuite, Codec, HandshakeType, InvalidMessage, Opaque};
use reader::Reader;

use super::encode::{extension, handshake, vector_u8, vector_u16};
use super::extension::{
    COOKIE, ExtensionSet, KEY_SHARE, PRE_SHARED_KEY, SUPPORTED_VERSIONS, check_response,
};
use super::{Extensions, KeyShareEntry, whole};
use crate::{Error, NamedGroup, ProtocolVersion};

/// The `random` that makes a `ServerHello` a `HelloRetryRequest`: the SHA-256 of that
/// name (RFC 8446, section 4.1.3).
pub const HELLO_RETRY_REQUEST_RANDOM: [u8; 32] = [
    0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91,
    0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c,
];

/// The end of the `random` of a server that could TLS 1.3 and was asked for TLS 1.2
/// (RFC 8446, section 4.1.3).
pub const DOWNGRADE_TLS12: [u8; 8] = *b"DOWNGRD\x01";

/// The same for TLS 1.1 and below, also from a server that could TLS 1.2.
pub const DOWNGRADE_TLS11: [u8; 8] = *b"DOWNGRD\x00";

/// `ServerHello` of RFC 8446, section 4.1.3, or a `HelloRetryRequest`.
#[derive(Debug, Clone, Copy)]
pub struct ServerHello<'a> {
    /// `legacy_version`, 0x0303 since TLS 1.2.
    pub legacy_version: ProtocolVersion,
    /// `random`
    pub random: &'a [u8; 32],
    /// `legacy_session_id_echo`
    pub legacy_session_id_echo: Opaque<'a, 0, 32>,
    /// `cipher_suite`
    pub cipher_suite: CipherSuite,
    /// `legacy_compression_method`, 0.
    pub legacy_compression_method: u8,
    /// `extensions`. Up to TLS 1.2 the list may be missing; it then counts as empty.
    pub extensions: Extensions<'a>,
}

impl<'a> ServerHello<'a> {
    /// Decodes the body.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded.
    pub fn decode(body: &'a [u8]) -> Result<Self, Error> {
        Ok(whole(body, "ServerHello", |r| {
            Ok(Self {
                legacy_version: ProtocolVersion::read(r)?,
                random: r
                    .take(32)
                    .and_then(|bytes| bytes.try_into().ok())
                    .ok_or(InvalidMessage::MissingData("a random"))?,
                legacy_session_id_echo: Opaque::read(r)?,
                cipher_suite: CipherSuite::read(r)?,
                legacy_compression_method: u8::read(r)?,
                extensions: match r.left() {
                    0 => Extensions::read(&mut Reader::new(&[0, 0]))?,
                    _ => Extensions::read(r)?,
                },
            })
        })?)
    }

    /// Whether it is a `HelloRetryRequest`.
    pub fn is_hello_retry_request(&self) -> bool {
        *self.random == HELLO_RETRY_REQUEST_RANDOM
    }

    /// Whether the random says that the server could do better: one of the two
    /// `DOWNGRADE` constants.
    pub fn has_downgrade_sentinel(&self) -> bool {
        self.random.ends_with(&DOWNGRADE_TLS12) || self.random.ends_with(&DOWNGRADE_TLS11)
    }

    /// The version that the server has chosen: that in `supported_versions`, or
    /// `legacy_version` without it (section 4.2.1). It decides which extensions may be
    /// there, so it comes before them.
    ///
    /// # Errors
    ///
    /// If `supported_versions` cannot be decoded.
    pub fn selected_version(&self) -> Result<ProtocolVersion, Error> {
        self.extensions
            .iter()
            .find(|extension| extension.extension_type == SUPPORTED_VERSIONS)
            .map_or(Ok(self.legacy_version), |extension| {
                Ok(ProtocolVersion::read_bytes(
                    extension.extension_data.bytes(),
                )?)
            })
    }
}

/// The extensions of a `ServerHello` of TLS 1.3, decoded.
#[derive(Debug, Clone, Copy, Default)]
pub struct ServerHelloExtensions<'a> {
    /// `supported_versions`: the one that was chosen (section 4.2.1).
    pub supported_versions: Option<ProtocolVersion>,
    /// `key_share`: the server's (section 4.2.8).
    pub key_share: Option<KeyShareEntry<'a>>,
    /// `pre_shared_key`: which of the offered ones, from 0 (section 4.2.11).
    pub pre_shared_key: Option<u16>,
}

impl<'a> ServerHelloExtensions<'a> {
    const ALLOWED: ExtensionSet =
        ExtensionSet::of(&[SUPPORTED_VERSIONS, KEY_SHARE, PRE_SHARED_KEY]);

    /// Decodes the extensions of `hello`, the answer to a hello with those `offered`.
    ///
    /// # Errors
    ///
    /// If one cannot be decoded, is there twice, was not offered or is out of place.
    pub fn decode(hello: &ServerHello<'a>, offered: ExtensionSet) -> Result<Self, Error> {
        check_response(hello.extensions.iter(), offered, Self::ALLOWED)?;
        let mut decoded = Self::default();
        for extension in hello.extensions.iter() {
            let data = extension.extension_data.bytes();
            match extension.extension_type {
                SUPPORTED_VERSIONS => decoded.supported_versions = Some(Codec::read_bytes(data)?),
                KEY_SHARE => decoded.key_share = Some(Codec::read_bytes(data)?),
                PRE_SHARED_KEY => decoded.pre_shared_key = Some(Codec::read_bytes(data)?),
                _ => {}
            }
        }
        Ok(decoded)
    }
}

/// The extensions of a `HelloRetryRequest`, decoded.
#[derive(Debug, Clone, Copy, Default)]
pub struct HelloRetryRequestExtensions<'a> {
    /// `supported_versions`: the one that was chosen (section 4.2.1).
    pub supported_versions: Option<ProtocolVersion>,
    /// `key_share`: the group for which the server wants one (section 4.2.8).
    pub key_share: Option<NamedGroup>,
    /// `cookie`, to be sent back as it is (section 4.2.2).
    pub cookie: Option<&'a [u8]>,
}

impl<'a> HelloRetryRequestExtensions<'a> {
    const ALLOWED: ExtensionSet = ExtensionSet::of(&[SUPPORTED_VERSIONS, KEY_SHARE, COOKIE]);

    /// Decodes the extensions of `hello`, the answer to a hello with those `offered`.
    /// A cookie needs no offer.
    ///
    /// # Errors
    ///
    /// If one cannot be decoded, is there twice, was not offered or is out of place.
    pub fn decode(hello: &ServerHello<'a>, offered: ExtensionSet) -> Result<Self, Error> {
        check_response(hello.extensions.iter(), offered.with(COOKIE), Self::ALLOWED)?;
        let mut decoded = Self::default();
        for extension in hello.extensions.iter() {
            let data = extension.extension_data.bytes();
            match extension.extension_type {
                SUPPORTED_VERSIONS => decoded.supported_versions = Some(Codec::read_bytes(data)?),
                KEY_SHARE => decoded.key_share = Some(Codec::read_bytes(data)?),
                COOKIE => decoded.cookie = Some(Opaque::<1, 0xffff>::read_bytes(data)?.bytes()),
                _ => {}
            }
        }
        Ok(decoded)
    }
}

/// A `ServerHello` of TLS 1.3 to send.
#[derive(Debug, Clone, Copy)]
pub struct NewServerHello<'a> {
    /// `random`
    pub random: &'a [u8; 32],
    /// The client's `legacy_session_id`.
    pub session_id: &'a [u8],
    /// `cipher_suite`
    pub cipher_suite: CipherSuite,
    /// `key_share`: group and public key.
    pub key_share: Option<(NamedGroup, &'a [u8])>,
    /// `pre_shared_key`: which of the client's, from 0.
    pub selected_psk: Option<u16>,
}

impl NewServerHello<'_> {
    /// Appends the message.
    pub fn encode(&self, bytes: &mut Vec<u8>) {
        encode_hello(
            bytes,
            self.random,
            self.session_id,
            self.cipher_suite,
            |bytes| {
                if let Some(selected) = self.selected_psk {
                    extension(bytes, PRE_SHARED_KEY, |bytes| selected.encode(bytes));
                }
                if let Some((group, key_exchange)) = self.key_share {
                    let share = KeyShareEntry {
                        group,
                        key_exchange,
                    };
                    extension(bytes, KEY_SHARE, |bytes| share.encode(bytes));
                }
            },
        );
    }
}

/// A `HelloRetryRequest` to send.
#[derive(Debug, Clone, Copy)]
pub struct NewHelloRetryRequest<'a> {
    /// The client's `legacy_session_id`.
    pub session_id: &'a [u8],
    /// `cipher_suite`, which the `ServerHello` will repeat.
    pub cipher_suite: CipherSuite,
    /// `key_share`: the group for which a share is wanted.
    pub group: Option<NamedGroup>,
    /// `cookie`, not empty.
    pub cookie: Option<&'a [u8]>,
}

impl NewHelloRetryRequest<'_> {
    /// Appends the message.
    pub fn encode(&self, bytes: &mut Vec<u8>) {
        encode_hello(
            bytes,
            &HELLO_RETRY_REQUEST_RANDOM,
            self.session_id,
            self.cipher_suite,
            |bytes| {
                if let Some(group) = self.group {
                    extension(bytes, KEY_SHARE, |bytes| group.encode(bytes));
                }
                if let Some(cookie) = self.cookie {
                    extension(bytes, COOKIE, |bytes| {
                        vector_u16(bytes, |bytes| bytes.extend_from_slice(cookie));
                    });
                }
            },
        );
    }
}

/// What the two messages have in common, `supported_versions` included. The order of the
/// extensions is free; it is that of RFC 8448.
fn encode_hello(
    bytes: &mut Vec<u8>,
    random: &[u8; 32],
    session_id: &[u8],
    cipher_suite: CipherSuite,
    extensions: impl FnOnce(&mut Vec<u8>),
) {
    handshake(bytes, HandshakeType::SERVER_HELLO, |bytes| {
        ProtocolVersion::TLSV1_2.encode(bytes);
        bytes.extend_from_slice(random);
        vector_u8(bytes, |bytes| bytes.extend_from_slice(session_id));
        cipher_suite.encode(bytes);
        // Of compression methods there is only "null".
        bytes.push(0);
        vector_u16(bytes, |bytes| {
            extensions(bytes);
            extension(bytes, SUPPORTED_VERSIONS, |bytes| {
                ProtocolVersion::TLSV1_3.encode(bytes);
            });
        });
    });
}
