//! Secret bytes.

use core::fmt;

use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// The most bytes that a [`Secret`] has: the shared secret of X25519MLKEM768, and an
/// output of SHA-512.
const MAX_LENGTH: usize = 64;

/// Up to 64 secret bytes, inline: nothing is allocated.
///
/// They are wiped when the value is dropped, compared in constant time and never
/// printed. A move may leave a copy on the stack: no safe Rust can prevent that.
#[derive(Clone)]
pub struct Secret {
    bytes: [u8; MAX_LENGTH],
    length: u8,
}

impl Secret {
    /// A copy of `bytes`.
    ///
    /// # Panics
    ///
    /// If there are more than 64.
    pub fn new(bytes: &[u8]) -> Self {
        let mut secret = Self::zeros(bytes.len());
        secret.bytes_mut().copy_from_slice(bytes);
        secret
    }

    /// `length` zeros, to be written over.
    ///
    /// # Panics
    ///
    /// If `length` is more than 64.
    pub(crate) fn zeros(length: usize) -> Self {
        assert!(length <= MAX_LENGTH, "a secret has at most 64 bytes");
        Self {
            bytes: [0; MAX_LENGTH],
            length: length as u8,
        }
    }

    /// The bytes. Who copies them has to wipe the copy.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes[..usize::from(self.length)]
    }

    /// The bytes, to be written over.
    pub(crate) fn bytes_mut(&mut self) -> &mut [u8] {
        &mut self.bytes[..usize::from(self.length)]
    }
}

impl AsRef<[u8]> for Secret {
    fn as_ref(&self) -> &[u8] {
        self.bytes()
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.bytes.zeroize();
    }
}

impl ZeroizeOnDrop for Secret {}

/// In constant time, except that the lengths may show.
impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.bytes().ct_eq(other.bytes()).into()
    }
}

impl Eq for Secret {}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_holds_what_it_was_given() {
        for length in 0..=64 {
            let bytes: Vec<u8> = (0..length).collect();
            assert_eq!(Secret::new(&bytes).bytes(), bytes);
        }
    }

    #[test]
    #[should_panic(expected = "at most 64")]
    fn it_holds_no_more_than_64_bytes() {
        Secret::new(&[0; 65]);
    }

    #[test]
    fn secrets_are_equal_when_all_their_bytes_are() {
        assert_eq!(Secret::new(&[1, 2, 3]), Secret::new(&[1, 2, 3]));
        assert_ne!(Secret::new(&[1, 2, 3]), Secret::new(&[1, 2, 4]));
        // The bytes behind the end are zeros in both; the lengths are not the same.
        assert_ne!(Secret::new(&[1, 2]), Secret::new(&[1, 2, 0]));
    }

    #[test]
    fn it_is_never_printed() {
        assert_eq!(format!("{:?}", Secret::new(&[0xab; 32])), "Secret(..)");
    }
}
