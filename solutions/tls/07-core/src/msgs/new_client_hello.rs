//! A `ClientHello` to send (RFC 8446, section 4.1.2).

use core::ops::Range;

use codec::{CipherSuite, Codec, HandshakeType};

use super::KeyShareEntry;
use super::encode::{extension, handshake, list_u16, vector_u8, vector_u16};
use super::extension::{
    ALPN, COOKIE, ExtensionSet, KEY_SHARE, PRE_SHARED_KEY, PSK_KEY_EXCHANGE_MODES, SERVER_NAME,
    SIGNATURE_ALGORITHMS, SUPPORTED_GROUPS, SUPPORTED_VERSIONS,
};
use super::psk::{PskIdentity, PskKeyExchangeMode};
use super::server_name::encode_server_name;
use crate::{NamedGroup, ProtocolVersion, SignatureScheme};

/// What a client says. Lists are in its order of preference; an extension whose list
/// is empty is left out.
#[derive(Debug, Clone)]
pub struct NewClientHello<'a, Suites, Groups, Shares> {
    /// `random`
    pub random: &'a [u8; 32],
    /// `legacy_session_id`, at most 32 bytes.
    pub session_id: &'a [u8],
    /// `cipher_suites`
    pub cipher_suites: Suites,
    /// `supported_versions`
    pub versions: &'a [ProtocolVersion],
    /// `supported_groups`
    pub groups: Groups,
    /// `signature_algorithms`
    pub schemes: &'a [SignatureScheme],
    /// `key_share`: groups and public keys.
    pub key_shares: Shares,
    /// `server_name`: a DNS name. The dot that it may end in is not sent.
    pub server_name: Option<&'a str>,
    /// `application_layer_protocol_negotiation`: names of 1 to 255 bytes.
    pub alpn: &'a [Vec<u8>],
    /// `cookie` of the HelloRetryRequest.
    pub cookie: Option<&'a [u8]>,
    /// Whether the server is told that tickets are welcome: `psk_key_exchange_modes`
    /// with `psk_dhe_ke`. A hello with a PSK has it in any case.
    pub psk_dhe_ke: bool,
    /// `pre_shared_key`
    pub psk: Option<NewPsk<'a>>,
}

/// A PSK to offer.
#[derive(Debug, Clone, Copy)]
pub struct NewPsk<'a> {
    /// The ticket, and its age.
    pub identity: PskIdentity<'a>,
    /// How long the binder is: as a hash of the PSK's cipher suite.
    pub binder_length: usize,
}

/// What the sender of a `ClientHello` has to know about its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodedClientHello {
    /// The extensions in it: no others may come back.
    pub offered: ExtensionSet,
    /// Where the binder has to go.
    pub binder: Option<BinderPlace>,
}

/// Where a binder has to go, in indices of the buffer that the hello was appended to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BinderPlace {
    /// Where the part of the hello ends that the binder signs (section 4.2.11.2).
    pub truncated_end: usize,
    /// The binder itself; zeros until it is there.
    pub binder: Range<usize>,
}

impl<'a, Suites, Groups, Shares> NewClientHello<'a, Suites, Groups, Shares>
where
    Suites: IntoIterator<Item = CipherSuite>,
    Groups: IntoIterator<Item = NamedGroup>,
    Shares: IntoIterator<Item = (NamedGroup, &'a [u8])>,
{
    /// Appends the message.
    ///
    /// # Panics
    ///
    /// If a list is longer than the message can hold.
    pub fn encode(self, bytes: &mut Vec<u8>) -> EncodedClientHello {
        handshake(bytes, HandshakeType::CLIENT_HELLO, |bytes| {
            ProtocolVersion::TLSV1_2.encode(bytes);
            bytes.extend_from_slice(self.random);
            vector_u8(bytes, |bytes| bytes.extend_from_slice(self.session_id));
            list_u16(bytes, self.cipher_suites);
            // Of compression methods there is only "null".
            vector_u8(bytes, |bytes| bytes.push(0));
            vector_u16(bytes, |bytes| {
                let mut offered = ExtensionSet::of(&[
                    SUPPORTED_VERSIONS,
                    SUPPORTED_GROUPS,
                    SIGNATURE_ALGORITHMS,
                    KEY_SHARE,
                ]);
                if let Some(name) = self.server_name {
                    offered = offered.with(SERVER_NAME);
                    extension(bytes, SERVER_NAME, |bytes| encode_server_name(bytes, name));
                }
                extension(bytes, SUPPORTED_VERSIONS, |bytes| {
                    vector_u8(bytes, |bytes| {
                        for version in self.versions {
                            version.encode(bytes);
                        }
                    });
                });
                extension(bytes, SUPPORTED_GROUPS, |bytes| {
                    list_u16(bytes, self.groups);
                });
                extension(bytes, SIGNATURE_ALGORITHMS, |bytes| {
                    list_u16(bytes, self.schemes.iter().copied());
                });
                extension(bytes, KEY_SHARE, |bytes| {
                    list_u16(
                        bytes,
                        self.key_shares
                            .into_iter()
                            .map(|(group, key_exchange)| KeyShareEntry {
                                group,
                                key_exchange,
                            }),
                    );
                });
                if !self.alpn.is_empty() {
                    offered = offered.with(ALPN);
                    extension(bytes, ALPN, |bytes| {
                        vector_u16(bytes, |bytes| {
                            for name in self.alpn {
                                vector_u8(bytes, |bytes| bytes.extend_from_slice(name));
                            }
                        });
                    });
                }
                if let Some(cookie) = self.cookie {
                    offered = offered.with(COOKIE);
                    extension(bytes, COOKIE, |bytes| {
                        vector_u16(bytes, |bytes| bytes.extend_from_slice(cookie));
                    });
                }
                if self.psk_dhe_ke || self.psk.is_some() {
                    offered = offered.with(PSK_KEY_EXCHANGE_MODES);
                    extension(bytes, PSK_KEY_EXCHANGE_MODES, |bytes| {
                        vector_u8(bytes, |bytes| PskKeyExchangeMode::PSK_DHE_KE.encode(bytes));
                    });
                }
                // The last of all extensions, as the server has to check.
                let binder = self.psk.map(|psk| {
                    offered = offered.with(PRE_SHARED_KEY);
                    extension(bytes, PRE_SHARED_KEY, |bytes| psk.encode(bytes))
                });
                EncodedClientHello { offered, binder }
            })
        })
    }
}

impl NewPsk<'_> {
    /// Appends the data of `pre_shared_key`, with zeros for the binder.
    fn encode(&self, bytes: &mut Vec<u8>) -> BinderPlace {
        list_u16(bytes, [self.identity]);
        let truncated_end = bytes.len();
        vector_u16(bytes, |bytes| {
            vector_u8(bytes, |bytes| {
                let start = bytes.len();
                bytes.resize(start + self.binder_length, 0);
            });
        });
        BinderPlace {
            truncated_end,
            binder: bytes.len() - self.binder_length..bytes.len(),
        }
    }
}
