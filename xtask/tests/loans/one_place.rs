//! An error with a single place.

pub fn fill(bytes: &[u8]) {
    bytes[0] = 1;
}
