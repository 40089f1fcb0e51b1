//! Numbers with names, as the RFCs register them. Any number is one; the known ones have names.

/// Defines a number on the wire with its known values.
macro_rules! registered {
    ($(#[$doc:meta])* $name:ident($int:ty) { $($(#[$value_doc:meta])* $constant:ident = $value:literal, $text:literal;)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub $int);

        impl $name {
            $($(#[$value_doc])* pub const $constant: Self = Self($value);)*

            /// The name in the RFC, if the value is a known one.
            pub fn name(self) -> Option<&'static str> {
                match self {
                    $(Self::$constant => Some($text),)*
                    _ => None,
                }
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                match self.name() {
                    Some(name) => f.write_str(name),
                    None => write!(f, concat!(stringify!($name), "({:#x})"), self.0),
                }
            }
        }

        impl core::fmt::Display for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Debug::fmt(self, f)
            }
        }

        impl codec::Codec<'_> for $name {
            fn read(r: &mut reader::Reader<'_>) -> Result<Self, codec::InvalidMessage> {
                <$int as codec::Codec<'_>>::read(r).map(Self)
            }

            fn encode(&self, bytes: &mut Vec<u8>) {
                codec::Codec::encode(&self.0, bytes);
            }
        }
    };
}
pub(crate) use registered;

registered! {
    /// `ProtocolVersion` of RFC 8446, section 4.1.2.
    ProtocolVersion(u16) {
        /// TLS 1.2, and `legacy_version` ever since.
        TLSV1_2 = 0x0303, "TLSv1.2";
        /// TLS 1.3
        TLSV1_3 = 0x0304, "TLSv1.3";
    }
}

registered! {
    /// `NamedGroup` of RFC 8446, section 4.2.7.
    NamedGroup(u16) {
        /// `secp256r1`
        SECP256R1 = 0x0017, "secp256r1";
        /// `secp384r1`
        SECP384R1 = 0x0018, "secp384r1";
        /// `x25519`
        X25519 = 0x001d, "x25519";
        /// `X25519MLKEM768` (draft-ietf-tls-ecdhe-mlkem)
        X25519MLKEM768 = 0x11ec, "X25519MLKEM768";
    }
}

registered! {
    /// `SignatureScheme` of RFC 8446, section 4.2.3.
    SignatureScheme(u16) {
        /// `rsa_pkcs1_sha256`: in certificates only.
        RSA_PKCS1_SHA256 = 0x0401, "rsa_pkcs1_sha256";
        /// `rsa_pkcs1_sha384`: in certificates only.
        RSA_PKCS1_SHA384 = 0x0501, "rsa_pkcs1_sha384";
        /// `rsa_pkcs1_sha512`: in certificates only.
        RSA_PKCS1_SHA512 = 0x0601, "rsa_pkcs1_sha512";
        /// `ecdsa_secp256r1_sha256`
        ECDSA_SECP256R1_SHA256 = 0x0403, "ecdsa_secp256r1_sha256";
        /// `ecdsa_secp384r1_sha384`
        ECDSA_SECP384R1_SHA384 = 0x0503, "ecdsa_secp384r1_sha384";
        /// `rsa_pss_rsae_sha256`
        RSA_PSS_RSAE_SHA256 = 0x0804, "rsa_pss_rsae_sha256";
        /// `rsa_pss_rsae_sha384`
        RSA_PSS_RSAE_SHA384 = 0x0805, "rsa_pss_rsae_sha384";
        /// `rsa_pss_rsae_sha512`
        RSA_PSS_RSAE_SHA512 = 0x0806, "rsa_pss_rsae_sha512";
        /// `ed25519`
        ED25519 = 0x0807, "ed25519";
    }
}

impl SignatureScheme {
    /// Whether TLS 1.3 allows it in a `CertificateVerify` (RFC 8446, section 4.4.3):
    /// neither PKCS #1 v1.5 nor SHA-1.
    pub fn signs_handshakes(self) -> bool {
        matches!(
            self,
            Self::ECDSA_SECP256R1_SHA256
                | Self::ECDSA_SECP384R1_SHA384
                | Self::RSA_PSS_RSAE_SHA256
                | Self::RSA_PSS_RSAE_SHA384
                | Self::RSA_PSS_RSAE_SHA512
                | Self::ED25519
        )
    }
}
