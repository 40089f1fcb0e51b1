//! The key schedule of TLS 1.3 (RFC 8446, section 7).
//!
//! Three secrets follow one from the other, as in the figure of section 7.1, and each
//! is a type that is used up by the next:
//!
//! ```text
//! PSK or zeros ──▶ EarlySecret ──▶ binder key
//!                       │
//! (EC)DHE ─────▶ HandshakeSecret ──▶ {client, server} handshake traffic secret
//!                       │
//! zeros ───────▶  MasterSecret ──▶ {client, server} application traffic secret,
//!                                  exporter and resumption master secret
//! ```
//!
//! What is done with the secrets at the ends of the arrows is in [`traffic`] (records)
//! and in [`finished()`] (Finished, binders), and at the end of this file.

mod finished;
mod label;
#[cfg(test)]
mod tests;
mod traffic;

pub(crate) use finished::{finished, verify_finished};
pub(crate) use label::expand_label;
pub(crate) use traffic::{TrafficKey, next_traffic_secret, traffic_key};

use crate::crypto::{Digest, Tls13CipherSuite};
use crate::{Error, Secret};

/// As many zeros as the longest hash has bytes: 'no PSK', and 'no more input'.
const ZEROS: [u8; 64] = [0; 64];

/// The early secret.
#[derive(Debug)]
pub(crate) struct EarlySecret(Stage);

impl EarlySecret {
    /// From a PSK, or from none.
    pub(crate) fn new(suite: &'static Tls13CipherSuite, psk: Option<&[u8]>) -> Self {
        let zeros = &ZEROS[..suite.hkdf.hash_len()];
        Self(Stage {
            suite,
            secret: suite.hkdf.extract(zeros, psk.unwrap_or(zeros)),
        })
    }

    /// `binder_key` of a PSK from a ticket, what its binder is made with: see
    /// [`finished()`].
    pub(crate) fn binder_key(&self) -> Secret {
        self.0.derive(b"res binder", &self.0.empty_hash())
    }

    /// Adds the secret from the key exchange.
    pub(crate) fn into_handshake(self, shared: &Secret) -> HandshakeSecret {
        HandshakeSecret(self.0.next(shared.bytes()))
    }
}

/// The handshake secret.
#[derive(Debug)]
pub(crate) struct HandshakeSecret(Stage);

impl HandshakeSecret {
    /// `client_handshake_traffic_secret`. The hash is of ClientHello … ServerHello.
    pub(crate) fn client_handshake_traffic_secret(&self, hello_hash: &Digest) -> Secret {
        self.0.derive(b"c hs traffic", hello_hash)
    }

    /// `server_handshake_traffic_secret`. The hash is of ClientHello … ServerHello.
    pub(crate) fn server_handshake_traffic_secret(&self, hello_hash: &Digest) -> Secret {
        self.0.derive(b"s hs traffic", hello_hash)
    }

    /// There is nothing more to add.
    pub(crate) fn into_master(self) -> MasterSecret {
        let zeros = &ZEROS[..self.0.suite.hkdf.hash_len()];
        MasterSecret(self.0.next(zeros))
    }
}

/// The master secret.
#[derive(Debug)]
pub(crate) struct MasterSecret(Stage);

impl MasterSecret {
    /// `client_application_traffic_secret_0`. The hash is of ClientHello … server Finished.
    pub(crate) fn client_application_traffic_secret_0(&self, finished_hash: &Digest) -> Secret {
        self.0.derive(b"c ap traffic", finished_hash)
    }

    /// `server_application_traffic_secret_0`. The hash is of ClientHello … server Finished.
    pub(crate) fn server_application_traffic_secret_0(&self, finished_hash: &Digest) -> Secret {
        self.0.derive(b"s ap traffic", finished_hash)
    }

    /// `exporter_master_secret`, for [`export`]. The hash is of ClientHello … server
    /// Finished.
    pub(crate) fn exporter_master_secret(&self, finished_hash: &Digest) -> Secret {
        self.0.derive(b"exp master", finished_hash)
    }

    /// `resumption_master_secret`, for [`resumption_psk`]. The hash is of ClientHello …
    /// client Finished.
    pub(crate) fn resumption_master_secret(&self, client_finished_hash: &Digest) -> Secret {
        self.0.derive(b"res master", client_finished_hash)
    }
}

/// A box of the figure, and the suite whose hash draws its arrows.
#[derive(Debug)]
struct Stage {
    suite: &'static Tls13CipherSuite,
    secret: Secret,
}

impl Stage {
    /// The arrow to the right: `Derive-Secret`, with the hash of the messages.
    fn derive(&self, label: &[u8], messages: &Digest) -> Secret {
        derive_secret(self.suite, &self.secret, label, messages)
    }

    /// The arrow down: the next box, with what comes in from the left.
    fn next(self, input: &[u8]) -> Self {
        let derived = self.derive(b"derived", &self.empty_hash());
        Self {
            suite: self.suite,
            secret: self.suite.hkdf.extract(derived.bytes(), input),
        }
    }

    /// The hash of no messages.
    fn empty_hash(&self) -> Digest {
        self.suite.hash.hash(&[])
    }
}

/// `Derive-Secret` (section 7.1): as long as the hash's outputs.
fn derive_secret(
    suite: &Tls13CipherSuite,
    secret: &Secret,
    label: &[u8],
    messages: &Digest,
) -> Secret {
    let mut derived = Secret::zeros(suite.hkdf.hash_len());
    expand_label(
        suite.hkdf,
        secret,
        label,
        messages.as_ref(),
        derived.bytes_mut(),
    );
    derived
}

/// The PSK that belongs to a ticket (section 4.6.1).
///
/// # Panics
///
/// If `ticket_nonce` is longer than 255 bytes, the most that a ticket can have.
pub(crate) fn resumption_psk(
    suite: &Tls13CipherSuite,
    resumption_master: &Secret,
    ticket_nonce: &[u8],
) -> Secret {
    let mut psk = Secret::zeros(suite.hkdf.hash_len());
    expand_label(
        suite.hkdf,
        resumption_master,
        b"resumption",
        ticket_nonce,
        psk.bytes_mut(),
    );
    psk
}

/// Fills `out` with an exporter's output (section 7.5). No context is the same as an
/// empty one.
///
/// # Errors
///
/// [`Error::General`] if the label is empty or longer than 249 bytes, or `out` longer
/// than 255 outputs of the hash.
pub(crate) fn export(
    suite: &Tls13CipherSuite,
    exporter_master: &Secret,
    label: &[u8],
    context: Option<&[u8]>,
    out: &mut [u8],
) -> Result<(), Error> {
    if label.is_empty() || label.len() > label::MAX_LABEL {
        return Err(Error::General(format!(
            "an exporter's label has 1 to {} bytes",
            label::MAX_LABEL
        )));
    }
    let most = 255 * suite.hkdf.hash_len();
    if out.len() > most {
        return Err(Error::General(format!(
            "an exporter of this cipher suite has at most {most} bytes to give"
        )));
    }
    let secret = derive_secret(suite, exporter_master, label, &suite.hash.hash(&[]));
    let context = suite.hash.hash(context.unwrap_or_default());
    expand_label(suite.hkdf, &secret, b"exporter", context.as_ref(), out);
    Ok(())
}
