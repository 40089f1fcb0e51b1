//! A provider whose AEADs tell what they seal and open.

use std::sync::{Arc, Mutex, PoisonError};

use tls_core::Error;
use tls_core::crypto::{
    Aead, AeadKey, CryptoProvider, NONCE_LENGTH, TAG_LENGTH, Tls13CipherSuite, ring,
};

use super::APPLICATION_DATA;

/// What was inside the protected records, each as its type and its content.
#[derive(Debug, Clone, Default)]
pub struct Seen {
    sealed: Arc<Mutex<Vec<Inside>>>,
    opened: Arc<Mutex<Vec<Inside>>>,
}

type Inside = (u8, Vec<u8>);

impl Seen {
    /// Inside the records that were sent, in their order.
    pub fn sealed(&self) -> Vec<Inside> {
        self.sealed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Inside the records that were received, in their order.
    pub fn opened(&self) -> Vec<Inside> {
        self.opened
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

/// ring's provider, looked at.
pub fn provider(seen: &Seen) -> CryptoProvider {
    let mut provider = ring::default_provider();
    for suite in &mut provider.cipher_suites {
        let aead = Box::leak(Box::new(Watched {
            inner: suite.aead,
            seen: seen.clone(),
        }));
        // A suite is for ever, and this program ends soon.
        *suite = Box::leak(Box::new(Tls13CipherSuite {
            suite: suite.suite,
            name: suite.name,
            hash: suite.hash,
            hkdf: suite.hkdf,
            aead,
            confidentiality_limit: suite.confidentiality_limit,
        }));
    }
    provider
}

struct Watched {
    inner: &'static dyn Aead,
    seen: Seen,
}

impl Aead for Watched {
    fn key_len(&self) -> usize {
        self.inner.key_len()
    }

    fn new_key(&self, key: &[u8]) -> Box<dyn AeadKey> {
        Box::new(WatchedKey {
            inner: self.inner.new_key(key),
            seen: self.seen.clone(),
        })
    }
}

struct WatchedKey {
    inner: Box<dyn AeadKey>,
    seen: Seen,
}

impl AeadKey for WatchedKey {
    fn rekey(&mut self, key: &[u8]) {
        self.inner.rekey(key);
    }

    fn seal_in_place(
        &self,
        nonce: [u8; NONCE_LENGTH],
        aad: &[u8],
        in_out: &mut [u8],
    ) -> Result<[u8; TAG_LENGTH], Error> {
        note(&self.seen.sealed, aad, in_out);
        self.inner.seal_in_place(nonce, aad, in_out)
    }

    fn open_in_place<'a>(
        &self,
        nonce: [u8; NONCE_LENGTH],
        aad: &[u8],
        ciphertext_and_tag: &'a mut [u8],
    ) -> Option<&'a mut [u8]> {
        let opened = self.inner.open_in_place(nonce, aad, ciphertext_and_tag)?;
        note(&self.seen.opened, aad, opened);
        Some(opened)
    }
}

/// Notes a `TLSInnerPlaintext` (RFC 8446, section 5.2): content, type, padding. What has
/// another header is no record.
fn note(list: &Mutex<Vec<Inside>>, aad: &[u8], plaintext: &[u8]) {
    if aad.first() != Some(&APPLICATION_DATA) {
        return;
    }
    let unpadded = plaintext.iter().rposition(|&byte| byte != 0);
    let inside = match unpadded {
        Some(end) => (plaintext[end], plaintext[..end].to_vec()),
        None => Inside::default(),
    };
    let mut list = list.lock().unwrap_or_else(PoisonError::into_inner);
    list.push(inside);
}
