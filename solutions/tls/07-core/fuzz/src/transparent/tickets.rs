//! Tickets that anybody can read and write.

use tls_core::server::ProducesTickets;

/// Makes the session itself the ticket, so that a fuzzer can write one.
#[derive(Debug)]
pub(crate) struct PlainTickets;

impl ProducesTickets for PlainTickets {
    fn enabled(&self) -> bool {
        true
    }

    fn lifetime(&self) -> u32 {
        3600
    }

    fn encrypt(&self, plain: &[u8]) -> Option<Vec<u8>> {
        Some(plain.to_vec())
    }

    fn decrypt(&self, cipher: &[u8]) -> Option<Vec<u8>> {
        Some(cipher.to_vec())
    }
}
