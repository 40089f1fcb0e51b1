//! The cipher suites (RFC 8446, section B.4).

use codec::CipherSuite;

use super::aead::{AES_128_GCM, AES_256_GCM, CHACHA20_POLY1305};
use super::hash::{SHA256, SHA384};
use super::hkdf::{HKDF_SHA256, HKDF_SHA384};
use crate::crypto::Tls13CipherSuite;

/// Full-sized records under one key of AES-GCM: 2^24.5 leave an attacker an advantage of
/// 2^-57 (RFC 8446, section 5.5); a power of two below that.
const AES_GCM_LIMIT: u64 = 1 << 24;

/// AES-128 in Galois/Counter mode, with SHA-256.
pub static TLS13_AES_128_GCM_SHA256: &Tls13CipherSuite = &Tls13CipherSuite {
    suite: CipherSuite(0x1301),
    name: "TLS13_AES_128_GCM_SHA256",
    hash: &SHA256,
    hkdf: &HKDF_SHA256,
    aead: &AES_128_GCM,
    confidentiality_limit: AES_GCM_LIMIT,
};

/// AES-256 in Galois/Counter mode, with SHA-384.
pub static TLS13_AES_256_GCM_SHA384: &Tls13CipherSuite = &Tls13CipherSuite {
    suite: CipherSuite(0x1302),
    name: "TLS13_AES_256_GCM_SHA384",
    hash: &SHA384,
    hkdf: &HKDF_SHA384,
    aead: &AES_256_GCM,
    confidentiality_limit: AES_GCM_LIMIT,
};

/// ChaCha20 with Poly1305, with SHA-256.
///
/// Its sequence number runs out before its key does (RFC 8446, section 5.5).
pub static TLS13_CHACHA20_POLY1305_SHA256: &Tls13CipherSuite = &Tls13CipherSuite {
    suite: CipherSuite(0x1303),
    name: "TLS13_CHACHA20_POLY1305_SHA256",
    hash: &SHA256,
    hkdf: &HKDF_SHA256,
    aead: &CHACHA20_POLY1305,
    confidentiality_limit: u64::MAX,
};
