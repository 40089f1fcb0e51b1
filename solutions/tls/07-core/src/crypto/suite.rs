//! The cipher suites of TLS 1.3.

use core::fmt;

use codec::CipherSuite;

use super::{Aead, Hash, Hkdf};

/// A cipher suite of TLS 1.3 (RFC 8446, section B.4): an AEAD and a hash.
///
/// Two suites are equal if their numbers are, whichever provider they come from.
pub struct Tls13CipherSuite {
    /// Its number on the wire.
    pub suite: CipherSuite,
    /// Its name, `TLS13_AES_128_GCM_SHA256` for one.
    pub name: &'static str,
    /// The hash of the transcript.
    pub hash: &'static dyn Hash,
    /// HKDF with the same hash.
    pub hkdf: &'static dyn Hkdf,
    /// What protects the records.
    pub aead: &'static dyn Aead,
    /// How many records may be sealed with one key (RFC 8446, section 5.5): 3 at least, as
    /// the last two are kept for a KeyUpdate and an alert.
    pub confidentiality_limit: u64,
}

impl Tls13CipherSuite {
    /// Whether a pre-shared key of the one can be used with the other: it goes with a
    /// hash, not with a suite (RFC 8446, section 4.2.11).
    pub(crate) fn has_same_hash(&self, other: &Self) -> bool {
        self.hash.algorithm() == other.hash.algorithm()
    }
}

impl PartialEq for Tls13CipherSuite {
    fn eq(&self, other: &Self) -> bool {
        self.suite == other.suite
    }
}

impl Eq for Tls13CipherSuite {}

impl fmt::Debug for Tls13CipherSuite {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
