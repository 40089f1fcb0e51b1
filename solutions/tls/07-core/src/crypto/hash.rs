//! Hashes.

use core::fmt;

use crate::enums::registered;

/// The longest output, that of SHA-512.
const MAX_LENGTH: usize = 64;

registered! {
    /// Which hash function it is: `HashAlgorithm` of RFC 5246, section 7.4.1.4.1.
    ///
    /// TLS 1.3 puts it nowhere on the wire. A hash that is not registered takes a number
    /// for private use, 224 to 255, that no other hash of the provider has.
    HashAlgorithm(u8) {
        /// `sha256`
        SHA256 = 4, "sha256";
        /// `sha384`
        SHA384 = 5, "sha384";
        /// `sha512`
        SHA512 = 6, "sha512";
    }
}

/// A hash function.
pub trait Hash: Send + Sync {
    /// Which one it is. A pre-shared key can be used with this hash alone, so that no two
    /// of them may say the same.
    fn algorithm(&self) -> HashAlgorithm;

    /// The length of its outputs in bytes, at most 64.
    fn output_len(&self) -> usize;

    /// Starts to hash something that comes in pieces.
    fn start(&self) -> Box<dyn HashContext>;

    /// The digest of `data`.
    fn hash(&self, data: &[u8]) -> Digest;
}

/// Hashes something that comes in pieces.
pub trait HashContext: Send + Sync {
    /// Adds the next piece.
    fn update(&mut self, data: &[u8]);

    /// The digest of all pieces so far. More may follow.
    ///
    /// It takes no memory from Rust's allocator.
    fn current(&self) -> Digest;
}

/// What a hash or an HMAC puts out: up to 64 bytes, inline. They are not secret.
#[derive(Clone, Copy)]
pub struct Digest {
    bytes: [u8; MAX_LENGTH],
    length: u8,
}

impl Digest {
    /// A copy of `bytes`.
    ///
    /// # Panics
    ///
    /// If there are more than 64.
    pub fn new(bytes: &[u8]) -> Self {
        assert!(
            bytes.len() <= MAX_LENGTH,
            "a digest has at most {MAX_LENGTH} bytes"
        );
        let mut digest = Self {
            bytes: [0; MAX_LENGTH],
            length: bytes.len() as u8,
        };
        digest.bytes[..bytes.len()].copy_from_slice(bytes);
        digest
    }
}

impl AsRef<[u8]> for Digest {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }
}

/// Not in constant time: what must be compared so is never compared as a digest.
impl PartialEq for Digest {
    fn eq(&self, other: &Self) -> bool {
        self.as_ref() == other.as_ref()
    }
}

impl Eq for Digest {}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Digest(")?;
        for byte in self.as_ref() {
            write!(f, "{byte:02x}")?;
        }
        f.write_str(")")
    }
}
