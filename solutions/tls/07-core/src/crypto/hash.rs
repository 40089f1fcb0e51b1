//! Hashes.

use core::fmt;

/// The longest output, that of SHA-512.
const MAX_LENGTH: usize = 64;

/// A hash function.
pub trait Hash: Send + Sync {
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
