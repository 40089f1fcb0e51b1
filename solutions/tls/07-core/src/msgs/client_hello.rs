//! `ClientHello` (RFC 8446, section 4.1.2), and what it says in its extensions.

use codec::{CipherSuite, ClientHello, Codec, InvalidMessage, Opaque, Vector};

use super::lists::{Extensions, ProtocolNames, SignatureSchemes};
use super::number_set::NumberSet;
use super::psk::{OfferedPsks, PskKeyExchangeMode};
use super::server_name::decode_server_name;
use super::{KeyShareEntry, extension, whole};
use crate::{Error, NamedGroup, PeerIncompatible, PeerMisbehaved, ProtocolVersion};

/// Decodes the body.
///
/// # Errors
///
/// [`PeerIncompatible::Tls13NotOffered`] if the list of extensions is missing, or has fewer
/// bytes than TLS 1.3 asks for: only a hello of an older version is like that. Another error
/// if it cannot be decoded.
pub fn decode_client_hello(body: &[u8]) -> Result<ClientHello<'_>, Error> {
    ClientHello::read_bytes(body).map_err(|invalid| match is_old(body) {
        Ok(true) => PeerIncompatible::Tls13NotOffered.into(),
        _ => invalid.into(),
    })
}

/// Whether it is well formed for TLS 1.2, where the list of extensions may be missing or
/// empty, and has no `supported_versions`, which would make it one of TLS 1.3.
fn is_old(body: &[u8]) -> Result<bool, InvalidMessage> {
    let extensions = whole(body, "ClientHello", |r| {
        u16::read(r)?;
        r.take(32).ok_or(InvalidMessage::MissingData("a random"))?;
        Opaque::<0, 32>::read(r)?;
        Vector::<CipherSuite, 2, 0xfffe>::read(r)?;
        Opaque::<1, 0xff>::read(r)?;
        match r.left() {
            0 => Ok(None),
            _ => Extensions::read(r).map(Some),
        }
    })?;
    let mut extensions = extensions.into_iter().flat_map(Extensions::iter);
    Ok(extensions.all(|it| it.extension_type != extension::SUPPORTED_VERSIONS))
}

/// The extensions of a `ClientHello` that a server looks at, decoded. Others are
/// ignored, whether they are known to anybody or not (RFC 8701).
#[derive(Debug, Clone, Copy, Default)]
pub struct ClientExtensions<'a> {
    /// `server_name` (RFC 6066, section 3): a DNS name as the client writes it, in
    /// any case, without a dot at its end.
    pub server_name: Option<&'a str>,
    /// `supported_groups` (section 4.2.7)
    pub supported_groups: Option<Vector<'a, NamedGroup, 2, 0xffff>>,
    /// `signature_algorithms` (section 4.2.3)
    pub signature_algorithms: Option<SignatureSchemes<'a>>,
    /// `application_layer_protocol_negotiation` (RFC 7301)
    pub alpn: Option<ProtocolNames<'a>>,
    /// `supported_versions` (section 4.2.1)
    pub supported_versions: Option<Vector<'a, ProtocolVersion, 2, 254>>,
    /// `cookie` (section 4.2.2)
    pub cookie: Option<&'a [u8]>,
    /// `key_share` (section 4.2.8). The list may be empty.
    pub key_share: Option<Vector<'a, KeyShareEntry<'a>, 0, 0xffff>>,
    /// `psk_key_exchange_modes` (section 4.2.9)
    pub psk_key_exchange_modes: Option<Vector<'a, PskKeyExchangeMode, 1, 255>>,
    /// `early_data` (section 4.2.10) is there.
    pub early_data: bool,
    /// `pre_shared_key` (section 4.2.11)
    pub pre_shared_key: Option<OfferedPsks<'a>>,
}

impl<'a> ClientExtensions<'a> {
    /// Decodes the extensions of `hello`, each once.
    ///
    /// # Errors
    ///
    /// If one cannot be decoded, is there twice, or follows `pre_shared_key`; if the
    /// server name is none; if there are not as many binders as identities.
    pub fn decode(hello: &ClientHello<'a>) -> Result<Self, Error> {
        let mut decoded = Self::default();
        let mut seen = NumberSet::new();
        for extension in hello.extensions.iter() {
            if !seen.insert(extension.extension_type.0) {
                return Err(PeerMisbehaved::DuplicateExtension.into());
            }
            if decoded.pre_shared_key.is_some() {
                return Err(PeerMisbehaved::PskIsNotLastExtension.into());
            }
            let data = extension.extension_data.bytes();
            match extension.extension_type {
                extension::SERVER_NAME => decoded.server_name = decode_server_name(data)?,
                extension::SUPPORTED_GROUPS => {
                    decoded.supported_groups = Some(Codec::read_bytes(data)?);
                }
                extension::SIGNATURE_ALGORITHMS => {
                    decoded.signature_algorithms = Some(Codec::read_bytes(data)?);
                }
                extension::SIGNATURE_ALGORITHMS_CERT => {
                    // No choice hangs on it: there is one chain, and it is sent
                    // whatever signed it (section 4.4.2.2).
                    SignatureSchemes::read_bytes(data)?;
                }
                extension::ALPN => decoded.alpn = Some(Codec::read_bytes(data)?),
                extension::SUPPORTED_VERSIONS => {
                    decoded.supported_versions = Some(Codec::read_bytes(data)?);
                }
                extension::COOKIE => {
                    decoded.cookie = Some(Opaque::<1, 0xffff>::read_bytes(data)?.bytes());
                }
                extension::KEY_SHARE => decoded.key_share = Some(Codec::read_bytes(data)?),
                extension::PSK_KEY_EXCHANGE_MODES => {
                    decoded.psk_key_exchange_modes = Some(Codec::read_bytes(data)?);
                }
                extension::EARLY_DATA if data.is_empty() => decoded.early_data = true,
                extension::EARLY_DATA => {
                    return Err(InvalidMessage::TrailingData("early_data").into());
                }
                extension::PRE_SHARED_KEY => {
                    decoded.pre_shared_key = Some(OfferedPsks::decode(data)?);
                }
                _ => {}
            }
        }
        Ok(decoded)
    }

    /// Whether the client offers TLS 1.3, which it can in `supported_versions` only.
    pub fn offers_tls13(&self) -> bool {
        self.supported_versions
            .is_some_and(|versions| versions.iter().any(|v| v == ProtocolVersion::TLSV1_3))
    }

    /// Whether the client takes a PSK with a key exchange.
    pub fn offers_psk_dhe_ke(&self) -> bool {
        self.psk_key_exchange_modes
            .is_some_and(|modes| modes.iter().any(|m| m == PskKeyExchangeMode::PSK_DHE_KE))
    }

    /// The client's public key for `group`, if it sent one.
    pub fn key_share_for(&self, group: NamedGroup) -> Option<&'a [u8]> {
        self.key_share?
            .iter()
            .find(|share| share.group == group)
            .map(|share| share.key_exchange)
    }

    /// How many bytes the list of binders takes at the hello's end, with its length: what
    /// the binders do not sign (section 4.2.11.2). 0 without a PSK.
    pub fn binders_length(&self) -> usize {
        self.pre_shared_key.map_or(0, OfferedPsks::binders_length)
    }

    /// Checks what must be there, and what fits together, once TLS 1.3 is chosen
    /// (section 9.2).
    ///
    /// # Errors
    ///
    /// If an extension is missing that another, or the absence of one, asks for; if a
    /// group has two key shares, or one and is not among the groups.
    pub fn check_tls13(&self) -> Result<(), Error> {
        if self.pre_shared_key.is_some() {
            if self.psk_key_exchange_modes.is_none() {
                return Err(PeerMisbehaved::MissingPskKeyExchangeModes.into());
            }
        } else if self.signature_algorithms.is_none() {
            return Err(PeerMisbehaved::MissingSignatureAlgorithms.into());
        } else if self.supported_groups.is_none() {
            return Err(PeerMisbehaved::MissingSupportedGroups.into());
        }
        match (self.supported_groups, self.key_share) {
            (None, None) => Ok(()),
            (Some(_), None) => Err(PeerMisbehaved::MissingKeyShare.into()),
            (None, Some(_)) => Err(PeerMisbehaved::MissingSupportedGroups.into()),
            (Some(groups), Some(shares)) => {
                let mut offered = NumberSet::new();
                for group in groups.iter() {
                    offered.insert(group.0);
                }
                let mut seen = NumberSet::new();
                for share in shares.iter() {
                    if !seen.insert(share.group.0) {
                        return Err(PeerMisbehaved::DuplicateKeyShare.into());
                    }
                    if !offered.contains(share.group.0) {
                        return Err(PeerMisbehaved::KeyShareForUnofferedGroup.into());
                    }
                }
                Ok(())
            }
        }
    }
}
