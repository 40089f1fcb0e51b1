//! Finished (RFC 8446, section 4.4.4), and binders, which are made the same way.

use subtle::ConstantTimeEq;

use super::expand_label;
use crate::Secret;
use crate::crypto::{Digest, Tls13CipherSuite};

/// `verify_data`, what a Finished holds.
///
/// The base key is the sender's handshake traffic secret; for a binder (section
/// 4.2.11.2) it is the `binder_key`, and the transcript ends before the binders.
pub(crate) fn finished(suite: &Tls13CipherSuite, base_key: &Secret, transcript: &Digest) -> Digest {
    let mut finished_key = Secret::zeros(suite.hkdf.hash_len());
    expand_label(
        suite.hkdf,
        base_key,
        b"finished",
        &[],
        finished_key.bytes_mut(),
    );
    suite.hkdf.hmac(&finished_key, transcript.as_ref())
}

/// Whether what the peer has sent is what [`finished`] says, in constant time.
#[must_use]
pub(crate) fn verify_finished(
    suite: &Tls13CipherSuite,
    base_key: &Secret,
    transcript: &Digest,
    received: &[u8],
) -> bool {
    finished(suite, base_key, transcript)
        .as_ref()
        .ct_eq(received)
        .into()
}
