//! Why a connection fails, and which alert says so to the peer.

use core::fmt;

use codec::{HandshakeType, InvalidMessage};
use connection::Fault;
use deframer::{ContentType, InvalidRecord};

use crate::AlertDescription;

/// Why a connection has failed, or cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// A record that must be refused.
    InvalidRecord(InvalidRecord),
    /// Messages that lie in records as they must not.
    Fault(Fault),
    /// A message that cannot be decoded.
    InvalidMessage(InvalidMessage),
    /// A handshake message that the state does not expect.
    InappropriateHandshakeMessage {
        /// The state's name in RFC 8446, appendix A.
        state: &'static str,
        /// What came.
        got: HandshakeType,
    },
    /// A record of a type that must not come now.
    InappropriateMessage(ContentType),
    /// The peer broke a rule of the protocol.
    PeerMisbehaved(PeerMisbehaved),
    /// The peer keeps the rules, but the two have too little in common.
    PeerIncompatible(PeerIncompatible),
    /// The peer has sent a fatal alert.
    AlertReceived(AlertDescription),
    /// The peer's certificate was not accepted.
    InvalidCertificate(CertificateError),
    /// A signature, a Finished or a binder is wrong: `decrypt_error`.
    DecryptError(&'static str),
    /// The peer had to send a certificate and sent none.
    NoCertificatesPresented,
    /// The two have no application protocol in common.
    NoApplicationProtocol,
    /// What was asked for needs a finished handshake.
    HandshakeNotComplete,
    /// No more records can be sealed under these keys.
    EncryptError,
    /// This side has closed the connection: it sends no more.
    Closed,
    /// The buffer for records is too short. Nothing was sealed.
    InsufficientSize {
        /// How many bytes the records take.
        required_size: usize,
    },
    /// The system's source of random bytes failed.
    FailedToGetRandomBytes,
    /// The time provider has no time.
    FailedToGetCurrentTime,
    /// A private key does not belong to its certificate.
    InconsistentKeys,
    /// A wrong argument, a provider without what a configuration needs, or the like.
    General(String),
}

/// A rule of the protocol that the peer broke, with the section of RFC 8446 that sets it
/// unless another one is named. [`Error::alert`] has the alert.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PeerMisbehaved {
    // `illegal_parameter`
    /// A message has an extension twice (section 4.2).
    DuplicateExtension,
    /// An extension is in a message that it does not belong to (section 4.2).
    ExtensionNotAllowedHere,
    /// A HelloRetryRequest has a cookie that leaves no room in a hello (section 4.2.2).
    IllegalHelloRetryRequest,
    /// A HelloRetryRequest asks for nothing that the hello did not have (section 4.1.4).
    HelloRetryRequestWithoutChange,
    /// A HelloRetryRequest asks for a share that was in the hello (section 4.2.8).
    HelloRetryRequestForOfferedGroup,
    /// A second ClientHello differs where it must not, or lacks the share that was asked
    /// for (section 4.1.2).
    SecondHelloChangedTooMuch,
    /// The server has chosen a cipher suite that was not offered (section 4.1.3).
    SelectedUnofferedCipherSuite,
    /// The ServerHello has another suite than the HelloRetryRequest (section 4.1.4).
    SelectedDifferentCipherSuiteAfterRetry,
    /// The server has chosen, or asked for, a group that was not offered (section 4.2.8).
    SelectedUnofferedGroup,
    /// The server has chosen a version that was not offered, or TLS 1.3 with a
    /// `legacy_version` that is not TLS 1.2 (sections 4.1.3 and 4.2.1).
    SelectedUnofferedVersion,
    /// The server has chosen a pre-shared key that was not offered (section 4.2.11).
    SelectedUnofferedPsk,
    /// The server has chosen a pre-shared key with a suite of another hash (section 4.2.11).
    SelectedPskWithOtherHash,
    /// The server has chosen an application protocol that was not offered (RFC 7301,
    /// section 3.1).
    SelectedUnofferedApplicationProtocol,
    /// The server has chosen a compression, of which there is none (section 4.1.3).
    SelectedUnofferedCompression,
    /// The server has not sent the client's `legacy_session_id` back (section 4.1.3).
    SessionIdNotEchoed,
    /// A key share is none of its group, or leads to a secret of zeros (sections 4.2.8
    /// and 7.4.2).
    InvalidKeyShare,
    /// A ClientHello has two shares of a group (section 4.2.8).
    DuplicateKeyShare,
    /// A ClientHello has a share of a group that it does not offer (section 4.2.8).
    KeyShareForUnofferedGroup,
    /// A server of an older version has left the mark that it speaks TLS 1.3 too (section
    /// 4.1.3).
    DowngradeToTls12,
    /// Something follows the pre-shared keys of a ClientHello (section 4.2.11).
    PskIsNotLastExtension,
    /// There are more or fewer binders than pre-shared keys (section 4.2.11).
    BinderCountMismatch,
    /// A signature is by a scheme that was not offered, or that signs no handshakes
    /// (section 4.4.3).
    SignedWithUnofferedScheme,
    /// A signature is by a scheme that does not go with the certificate's key (section
    /// 4.4.3).
    SignedWithSchemeOfOtherKey,
    /// A KeyUpdate neither asks for another nor says that it does not (section 4.6.3).
    IllegalKeyUpdate,
    /// A ClientHello offers compressions other than none (section 4.1.2).
    IllegalCompressionMethods,
    /// A ClientHello has two host names, or one that is no DNS name or ends in a dot (RFC
    /// 6066, section 3).
    InvalidServerName,
    /// A Certificate or a CertificateRequest has a context, as only those after the
    /// handshake have (sections 4.3.2 and 4.4.2).
    WrongContext,
    // `unsupported_extension`
    /// An extension answers none of the other side's (section 4.2).
    UnsolicitedExtension,
    // `missing_extension`
    /// A hello has no key share (section 9.2).
    MissingKeyShare,
    /// A ClientHello has pre-shared keys, and does not say how they may be used (section
    /// 4.2.9).
    MissingPskKeyExchangeModes,
    /// A ClientHello or a CertificateRequest names no schemes of signatures (sections
    /// 4.2.3 and 4.3.2).
    MissingSignatureAlgorithms,
    /// A ClientHello names no groups (section 9.2).
    MissingSupportedGroups,
    // `unexpected_message`
    /// A `change_cipher_spec` record has anything but a single 1 (section 5).
    IllegalChangeCipherSpec,
    /// A second HelloRetryRequest (section 4.1.4).
    SecondHelloRetryRequest,
    /// More `change_cipher_spec` records than [`MAX_CHANGE_CIPHER_SPECS`]: the bound is this
    /// core's (section 5 sets none).
    ///
    /// [`MAX_CHANGE_CIPHER_SPECS`]: crate::MAX_CHANGE_CIPHER_SPECS
    TooManyChangeCipherSpecs,
    /// More KeyUpdates in a row than [`MAX_KEY_UPDATES`](crate::MAX_KEY_UPDATES): the bound
    /// is this core's (section 4.6.3 sets none).
    TooManyKeyUpdates,
    /// More empty records of application data in a row than
    /// [`MAX_EMPTY_RECORDS`](crate::MAX_EMPTY_RECORDS): the bound is this core's (section
    /// 5.1 sets none).
    TooManyEmptyRecords,
    /// More `user_canceled` alerts than [`MAX_WARNINGS`](crate::MAX_WARNINGS): the bound is
    /// this core's (section 6.1 sets none).
    TooManyWarnings,
    /// More 0-RTT data than a server skips: the bound is this core's (section 4.2.10
    /// leaves it to the server).
    TooMuchEarlyData,
}

/// What the two peers lack in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum PeerIncompatible {
    /// The peer speaks no TLS 1.3: `protocol_version`.
    Tls13NotOffered,
    /// `handshake_failure`
    NoCipherSuitesInCommon,
    /// `handshake_failure`
    NoKxGroupsInCommon,
    /// No certificate of ours can sign with a scheme that the peer accepts:
    /// `handshake_failure`.
    NoSignatureSchemesInCommon,
    /// There is no certificate for the name that the client asks for:
    /// `unrecognized_name`.
    NoCertificateForName,
    /// There is no certificate for a client that names no host: `missing_extension`
    /// (RFC 8446, section 9.2).
    NoServerName,
}

/// Why a certificate was not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum CertificateError {
    /// It cannot be decoded: `bad_certificate`.
    BadEncoding,
    /// `certificate_expired`
    Expired,
    /// `certificate_expired`
    NotValidYet,
    /// `certificate_revoked`
    Revoked,
    /// No path leads to a trusted root: `unknown_ca`.
    UnknownIssuer,
    /// A signature in the path is wrong: `decrypt_error`.
    BadSignature,
    /// Signed with an algorithm that is not accepted: `bad_certificate`.
    UnsupportedSignatureAlgorithm,
    /// It is another name's: `bad_certificate`.
    NotValidForName,
    /// It is for another purpose: `unsupported_certificate`.
    InvalidPurpose,
    /// It is an authority's, which certifies others and is no peer itself:
    /// `certificate_unknown`.
    CaUsedAsEndEntity,
    /// Whether it was revoked cannot be found out: `certificate_unknown`.
    UnknownRevocationStatus,
    /// The application has said no: `access_denied`.
    ApplicationVerificationFailure,
    /// Anything else: `certificate_unknown`.
    Other,
}

impl Error {
    /// The alert that tells the peer, or `None` if the peer is not to be told: the
    /// failure was its own alert, or concerns this side alone.
    pub fn alert(&self) -> Option<AlertDescription> {
        use AlertDescription as Alert;
        Some(match self {
            Self::InvalidRecord(invalid) => match invalid {
                InvalidRecord::UnexpectedType(_)
                | InvalidRecord::Empty(_)
                | InvalidRecord::NoContentType => Alert::UNEXPECTED_MESSAGE,
                InvalidRecord::IllegalVersion(_) => Alert::PROTOCOL_VERSION,
                InvalidRecord::TooLong(_) | InvalidRecord::PlaintextTooLong => {
                    Alert::RECORD_OVERFLOW
                }
                InvalidRecord::NotAuthentic => Alert::BAD_RECORD_MAC,
            },
            Self::Fault(fault) => match fault {
                Fault::TooLong(_) => Alert::DECODE_ERROR,
                Fault::Interleaved(_) | Fault::KeyChange => Alert::UNEXPECTED_MESSAGE,
                Fault::StateLost => Alert::INTERNAL_ERROR,
            },
            Self::InvalidMessage(_) => Alert::DECODE_ERROR,
            Self::InappropriateHandshakeMessage { .. } | Self::InappropriateMessage(_) => {
                Alert::UNEXPECTED_MESSAGE
            }
            Self::PeerMisbehaved(misbehaved) => misbehaved.alert(),
            Self::PeerIncompatible(incompatible) => match incompatible {
                PeerIncompatible::Tls13NotOffered => Alert::PROTOCOL_VERSION,
                PeerIncompatible::NoCipherSuitesInCommon
                | PeerIncompatible::NoKxGroupsInCommon
                | PeerIncompatible::NoSignatureSchemesInCommon => Alert::HANDSHAKE_FAILURE,
                PeerIncompatible::NoCertificateForName => Alert::UNRECOGNIZED_NAME,
                PeerIncompatible::NoServerName => Alert::MISSING_EXTENSION,
            },
            Self::InvalidCertificate(invalid) => invalid.alert(),
            Self::DecryptError(_) => Alert::DECRYPT_ERROR,
            Self::NoCertificatesPresented => Alert::CERTIFICATE_REQUIRED,
            Self::NoApplicationProtocol => Alert::NO_APPLICATION_PROTOCOL,
            Self::FailedToGetRandomBytes
            | Self::FailedToGetCurrentTime
            | Self::InconsistentKeys
            | Self::EncryptError
            | Self::General(_) => Alert::INTERNAL_ERROR,
            Self::AlertReceived(_)
            | Self::HandshakeNotComplete
            | Self::Closed
            | Self::InsufficientSize { .. } => return None,
        })
    }
}

impl PeerMisbehaved {
    fn alert(self) -> AlertDescription {
        match self {
            Self::UnsolicitedExtension => AlertDescription::UNSUPPORTED_EXTENSION,
            Self::MissingKeyShare
            | Self::MissingPskKeyExchangeModes
            | Self::MissingSignatureAlgorithms
            | Self::MissingSupportedGroups => AlertDescription::MISSING_EXTENSION,
            Self::IllegalChangeCipherSpec
            | Self::SecondHelloRetryRequest
            | Self::TooManyChangeCipherSpecs
            | Self::TooManyKeyUpdates
            | Self::TooManyEmptyRecords
            | Self::TooManyWarnings
            | Self::TooMuchEarlyData => AlertDescription::UNEXPECTED_MESSAGE,
            _ => AlertDescription::ILLEGAL_PARAMETER,
        }
    }
}

impl CertificateError {
    fn alert(self) -> AlertDescription {
        match self {
            Self::BadEncoding | Self::UnsupportedSignatureAlgorithm | Self::NotValidForName => {
                AlertDescription::BAD_CERTIFICATE
            }
            Self::Expired | Self::NotValidYet => AlertDescription::CERTIFICATE_EXPIRED,
            Self::Revoked => AlertDescription::CERTIFICATE_REVOKED,
            Self::UnknownIssuer => AlertDescription::UNKNOWN_CA,
            Self::BadSignature => AlertDescription::DECRYPT_ERROR,
            Self::InvalidPurpose => AlertDescription::UNSUPPORTED_CERTIFICATE,
            Self::CaUsedAsEndEntity | Self::UnknownRevocationStatus | Self::Other => {
                AlertDescription::CERTIFICATE_UNKNOWN
            }
            Self::ApplicationVerificationFailure => AlertDescription::ACCESS_DENIED,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::InvalidRecord(invalid) => invalid.fmt(f),
            Self::Fault(fault) => fault.fmt(f),
            Self::InvalidMessage(invalid) => invalid.fmt(f),
            Self::InappropriateHandshakeMessage { state, got } => {
                write!(f, "a handshake message of type {} in state {state}", got.0)
            }
            Self::InappropriateMessage(ContentType(byte)) => {
                write!(f, "a record of type {byte}, which must not come now")
            }
            Self::PeerMisbehaved(misbehaved) => write!(f, "the peer broke a rule: {misbehaved:?}"),
            Self::PeerIncompatible(incompatible) => {
                write!(f, "the peers have too little in common: {incompatible:?}")
            }
            Self::AlertReceived(alert) => write!(f, "the peer sent the alert {alert}"),
            Self::InvalidCertificate(invalid) => {
                write!(f, "the peer's certificate was not accepted: {invalid:?}")
            }
            Self::DecryptError(what) => write!(f, "the peer's {what} is wrong"),
            Self::NoCertificatesPresented => write!(f, "the peer sent no certificate"),
            Self::NoApplicationProtocol => write!(f, "no application protocol in common"),
            Self::HandshakeNotComplete => write!(f, "the handshake is not complete"),
            Self::EncryptError => write!(f, "no more records can be sealed under these keys"),
            Self::Closed => write!(f, "this side has closed the connection"),
            Self::InsufficientSize { required_size } => {
                write!(f, "these records take {required_size} bytes")
            }
            Self::FailedToGetRandomBytes => write!(f, "no random bytes from the system"),
            Self::FailedToGetCurrentTime => write!(f, "no time from the time provider"),
            Self::InconsistentKeys => write!(f, "the private key is not the certificate's"),
            Self::General(what) => f.write_str(what),
        }
    }
}

impl core::error::Error for Error {}

impl From<InvalidRecord> for Error {
    fn from(invalid: InvalidRecord) -> Self {
        Self::InvalidRecord(invalid)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<InvalidMessage> for Error {
    fn from(invalid: InvalidMessage) -> Self {
        Self::InvalidMessage(invalid)
    }
}

impl From<PeerMisbehaved> for Error {
    fn from(misbehaved: PeerMisbehaved) -> Self {
        Self::PeerMisbehaved(misbehaved)
    }
}

impl From<PeerIncompatible> for Error {
    fn from(incompatible: PeerIncompatible) -> Self {
        Self::PeerIncompatible(incompatible)
    }
}

impl From<CertificateError> for Error {
    fn from(invalid: CertificateError) -> Self {
        Self::InvalidCertificate(invalid)
    }
}
