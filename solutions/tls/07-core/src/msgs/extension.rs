//! Which extension may stand where (RFC 8446, section 4.2).

use codec::{Extension, ExtensionType};

use super::number_set::NumberSet;
use crate::{Error, PeerMisbehaved};

/// `server_name` (RFC 6066, section 3)
pub const SERVER_NAME: ExtensionType = ExtensionType::SERVER_NAME;
/// `status_request` (RFC 6066, section 8)
pub const STATUS_REQUEST: ExtensionType = ExtensionType(5);
/// `supported_groups`
pub const SUPPORTED_GROUPS: ExtensionType = ExtensionType::SUPPORTED_GROUPS;
/// `signature_algorithms`
pub const SIGNATURE_ALGORITHMS: ExtensionType = ExtensionType::SIGNATURE_ALGORITHMS;
/// `application_layer_protocol_negotiation` (RFC 7301)
pub const ALPN: ExtensionType = ExtensionType(16);
/// `signed_certificate_timestamp` (RFC 6962)
pub const SIGNED_CERTIFICATE_TIMESTAMP: ExtensionType = ExtensionType(18);
/// `record_size_limit` (RFC 8449)
pub const RECORD_SIZE_LIMIT: ExtensionType = ExtensionType(28);
/// `padding` (RFC 7685)
pub const PADDING: ExtensionType = ExtensionType(21);
/// `pre_shared_key`
pub const PRE_SHARED_KEY: ExtensionType = ExtensionType(41);
/// `early_data`
pub const EARLY_DATA: ExtensionType = ExtensionType(42);
/// `supported_versions`
pub const SUPPORTED_VERSIONS: ExtensionType = ExtensionType::SUPPORTED_VERSIONS;
/// `cookie`
pub const COOKIE: ExtensionType = ExtensionType(44);
/// `psk_key_exchange_modes`
pub const PSK_KEY_EXCHANGE_MODES: ExtensionType = ExtensionType(45);
/// `certificate_authorities`
pub const CERTIFICATE_AUTHORITIES: ExtensionType = ExtensionType(47);
/// `signature_algorithms_cert`
pub const SIGNATURE_ALGORITHMS_CERT: ExtensionType = ExtensionType(50);
/// `key_share`
pub const KEY_SHARE: ExtensionType = ExtensionType::KEY_SHARE;

/// A set of the extensions that this core knows. All of them are numbered below 64.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ExtensionSet(u64);

impl ExtensionSet {
    /// All that this core knows.
    const KNOWN: Self = Self::of(&[
        SERVER_NAME,
        STATUS_REQUEST,
        SUPPORTED_GROUPS,
        SIGNATURE_ALGORITHMS,
        ALPN,
        SIGNED_CERTIFICATE_TIMESTAMP,
        RECORD_SIZE_LIMIT,
        PRE_SHARED_KEY,
        EARLY_DATA,
        SUPPORTED_VERSIONS,
        COOKIE,
        PSK_KEY_EXCHANGE_MODES,
        CERTIFICATE_AUTHORITIES,
        SIGNATURE_ALGORITHMS_CERT,
        KEY_SHARE,
    ]);

    /// The set of `types`.
    ///
    /// # Panics
    ///
    /// If one is not numbered below 64.
    pub const fn of(types: &[ExtensionType]) -> Self {
        let mut set = Self(0);
        let mut i = 0;
        while i < types.len() {
            set = set.with(types[i]);
            i += 1;
        }
        set
    }

    /// The set with `extension_type` in it.
    ///
    /// # Panics
    ///
    /// If it is not numbered below 64.
    #[must_use]
    pub const fn with(self, extension_type: ExtensionType) -> Self {
        assert!(extension_type.0 < 64, "no such extension is known");
        Self(self.0 | 1 << extension_type.0)
    }

    /// Whether `extension_type`, which may be any, is in it.
    pub const fn contains(self, extension_type: ExtensionType) -> bool {
        extension_type.0 < 64 && self.0 & 1 << extension_type.0 != 0
    }
}

/// Checks the extensions of a message that answers no other: a `CertificateRequest`
/// or a `NewSessionTicket`. One that this core does not know is ignored.
///
/// # Errors
///
/// If an extension is there twice, or is known and must not be in this message.
pub fn check_request<'a>(
    extensions: impl IntoIterator<Item = Extension<'a>>,
    allowed: ExtensionSet,
) -> Result<(), Error> {
    let mut seen = NumberSet::new();
    for Extension { extension_type, .. } in extensions {
        if !seen.insert(extension_type.0) {
            return Err(PeerMisbehaved::DuplicateExtension.into());
        }
        if ExtensionSet::KNOWN.contains(extension_type) && !allowed.contains(extension_type) {
            return Err(PeerMisbehaved::ExtensionNotAllowedHere.into());
        }
    }
    Ok(())
}

/// Checks the extensions of a message that answers another one, in which `offered`
/// were.
///
/// # Errors
///
/// If an extension was not offered, is there twice, or must not be in this message.
pub fn check_response<'a>(
    extensions: impl IntoIterator<Item = Extension<'a>>,
    offered: ExtensionSet,
    allowed: ExtensionSet,
) -> Result<(), Error> {
    let mut seen = ExtensionSet::of(&[]);
    for Extension { extension_type, .. } in extensions {
        if !offered.contains(extension_type) {
            return Err(PeerMisbehaved::UnsolicitedExtension.into());
        }
        if seen.contains(extension_type) {
            return Err(PeerMisbehaved::DuplicateExtension.into());
        }
        if !allowed.contains(extension_type) {
            return Err(PeerMisbehaved::ExtensionNotAllowedHere.into());
        }
        seen = seen.with(extension_type);
    }
    Ok(())
}
