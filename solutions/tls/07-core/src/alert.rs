//! Alerts (RFC 8446, section 6).

use codec::{Codec, InvalidMessage};
use reader::Reader;

use crate::enums::registered;

registered! {
    /// `AlertLevel`. TLS 1.3 ignores it: what an alert means is in its description.
    AlertLevel(u8) {
        /// `warning`
        WARNING = 1, "warning";
        /// `fatal`
        FATAL = 2, "fatal";
    }
}

registered! {
    /// `AlertDescription`
    AlertDescription(u8) {
        /// `close_notify`
        CLOSE_NOTIFY = 0, "close_notify";
        /// `unexpected_message`
        UNEXPECTED_MESSAGE = 10, "unexpected_message";
        /// `bad_record_mac`
        BAD_RECORD_MAC = 20, "bad_record_mac";
        /// `record_overflow`
        RECORD_OVERFLOW = 22, "record_overflow";
        /// `handshake_failure`
        HANDSHAKE_FAILURE = 40, "handshake_failure";
        /// `bad_certificate`
        BAD_CERTIFICATE = 42, "bad_certificate";
        /// `unsupported_certificate`
        UNSUPPORTED_CERTIFICATE = 43, "unsupported_certificate";
        /// `certificate_revoked`
        CERTIFICATE_REVOKED = 44, "certificate_revoked";
        /// `certificate_expired`
        CERTIFICATE_EXPIRED = 45, "certificate_expired";
        /// `certificate_unknown`
        CERTIFICATE_UNKNOWN = 46, "certificate_unknown";
        /// `illegal_parameter`
        ILLEGAL_PARAMETER = 47, "illegal_parameter";
        /// `unknown_ca`
        UNKNOWN_CA = 48, "unknown_ca";
        /// `access_denied`
        ACCESS_DENIED = 49, "access_denied";
        /// `decode_error`
        DECODE_ERROR = 50, "decode_error";
        /// `decrypt_error`
        DECRYPT_ERROR = 51, "decrypt_error";
        /// `protocol_version`
        PROTOCOL_VERSION = 70, "protocol_version";
        /// `insufficient_security`
        INSUFFICIENT_SECURITY = 71, "insufficient_security";
        /// `internal_error`
        INTERNAL_ERROR = 80, "internal_error";
        /// `inappropriate_fallback` (RFC 7507)
        INAPPROPRIATE_FALLBACK = 86, "inappropriate_fallback";
        /// `user_canceled`
        USER_CANCELED = 90, "user_canceled";
        /// `missing_extension`
        MISSING_EXTENSION = 109, "missing_extension";
        /// `unsupported_extension`
        UNSUPPORTED_EXTENSION = 110, "unsupported_extension";
        /// `unrecognized_name`
        UNRECOGNIZED_NAME = 112, "unrecognized_name";
        /// `bad_certificate_status_response`
        BAD_CERTIFICATE_STATUS_RESPONSE = 113, "bad_certificate_status_response";
        /// `unknown_psk_identity`
        UNKNOWN_PSK_IDENTITY = 115, "unknown_psk_identity";
        /// `certificate_required`
        CERTIFICATE_REQUIRED = 116, "certificate_required";
        /// `no_application_protocol`
        NO_APPLICATION_PROTOCOL = 120, "no_application_protocol";
    }
}

/// `Alert`: all there is in a record of that type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alert {
    /// `level`
    pub level: AlertLevel,
    /// `description`
    pub description: AlertDescription,
}

impl Codec<'_> for Alert {
    fn read(r: &mut Reader<'_>) -> Result<Self, InvalidMessage> {
        Ok(Self {
            level: AlertLevel::read(r)?,
            description: AlertDescription::read(r)?,
        })
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        self.level.encode(bytes);
        self.description.encode(bytes);
    }
}
