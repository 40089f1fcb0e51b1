//! A provider without cryptography: nothing is hidden, and nothing is checked.
//!
//! Behind real protection a fuzzer gets no further than the ServerHello: whatever it
//! changes is not authentic. Here records are protected by what leaves them as they are,
//! hashes are always the same, and every signature, Finished and binder is right. So a
//! fuzzer can change every byte of a connection up to its last alert, and what it finds
//! is found again: nothing is random either.

mod certificates;
mod exchange;
mod protection;
mod tickets;

use tls_core::Error;
use tls_core::crypto::{CryptoProvider, KeyProvider, SecureRandom, SigningKey};
use tls_core::crypto::{WebPkiSupportedAlgorithms, ring};
use tls_core::pki_types::PrivateKeyDer;

pub(crate) use certificates::{Anybody, Anything, certified_key};
pub(crate) use exchange::{SECP256R1, X25519};
pub use protection::AUTHENTIC;
pub(crate) use protection::Transparent;
pub(crate) use tickets::PlainTickets;

/// The provider without cryptography.
pub fn provider() -> CryptoProvider {
    CryptoProvider {
        cipher_suites: vec![&protection::SHORT_HASH, &protection::LONG_HASH],
        kx_groups: vec![&X25519, &SECP256R1],
        signature_verification_algorithms: WebPkiSupportedAlgorithms {
            all: &[],
            mapping: &[],
        },
        secure_random: &NotRandom,
        key_provider: &NoKeys,
    }
}

/// That of ring, but for its randomness: the keys are real, and the same every time.
pub(crate) fn repeatable_provider() -> CryptoProvider {
    CryptoProvider {
        kx_groups: vec![&X25519, &SECP256R1],
        secure_random: &NotRandom,
        ..ring::default_provider()
    }
}

/// Always the same bytes.
#[derive(Debug)]
struct NotRandom;

impl SecureRandom for NotRandom {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), Error> {
        bytes.fill(0x42);
        Ok(())
    }
}

/// Loads no key: [`certified_key`] needs none.
#[derive(Debug)]
struct NoKeys;

impl KeyProvider for NoKeys {
    fn load_private_key(
        &self,
        _key_der: PrivateKeyDer<'static>,
    ) -> Result<std::sync::Arc<dyn SigningKey>, Error> {
        Err(Error::General("there are no keys here".into()))
    }
}
