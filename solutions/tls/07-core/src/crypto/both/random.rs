//! Random bytes.

use super::library::rand::{self, SecureRandom as _};
use crate::Error;
use crate::crypto::SecureRandom;

/// The system's source, as the library uses it.
#[derive(Debug)]
pub(super) struct Random;

impl SecureRandom for Random {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
        rand::SystemRandom::new()
            .fill(bytes)
            .map_err(|_| Error::FailedToGetRandomBytes)
    }
}
