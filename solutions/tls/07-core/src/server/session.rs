//! Sessions that a server can resume.

use core::time::Duration;
use std::sync::Arc;

use codec::{CipherSuite, Codec, Opaque, PayloadU8, Vector};
use pki_types::{CertificateDer, UnixTime};
use reader::Reader;
use zeroize::Zeroizing;

use crate::Secret;
use crate::crypto::{CryptoProvider, Tls13CipherSuite};

/// The form of the bytes below. Bytes of any other form are no session.
const VERSION: u8 = 1;

/// What a server has to know to resume a session.
#[derive(Debug)]
pub(crate) struct ServerSessionState {
    /// The suite of the connection that the ticket was sent on. Its hash is the PSK's.
    pub(crate) suite: &'static Tls13CipherSuite,
    /// The PSK.
    pub(crate) secret: Secret,
    pub(crate) created_at: UnixTime,
    /// When the peers have proved who they are: in the handshake that the session goes back to.
    pub(crate) authenticated_at: UnixTime,
    /// In seconds.
    pub(crate) lifetime: u32,
    /// The host that the client wanted, which is not empty.
    pub(crate) server_name: Option<String>,
    /// Whether the client has presented a certificate, kept or not.
    pub(crate) client_authenticated: bool,
    /// The client's certificates, if they were kept; at least one.
    pub(crate) client_certificates: Option<Arc<[CertificateDer<'static>]>>,
}

impl ServerSessionState {
    /// The session as bytes, for a ticket or a storage: they hold its secret.
    pub(crate) fn encode(&self) -> Zeroizing<Vec<u8>> {
        let server_name = self.server_name.as_deref().unwrap_or_default().as_bytes();
        let chain = self.client_certificates.as_deref().unwrap_or_default();
        let chain_length = chain.iter().map(|cert| 3 + cert.len()).sum::<usize>();
        let secret = self.secret.bytes();

        // As long as it gets, so that it never moves and leaves a copy behind.
        let length = FIXED_LENGTH + secret.len() + server_name.len() + chain_length;
        let mut bytes = Zeroizing::new(Vec::with_capacity(length));
        VERSION.encode(&mut bytes);
        self.suite.suite.encode(&mut bytes);
        for time in [self.created_at, self.authenticated_at] {
            bytes.extend_from_slice(&time.as_secs().to_be_bytes());
        }
        bytes.extend_from_slice(&self.lifetime.to_be_bytes());
        u8::from(self.client_authenticated).encode(&mut bytes);
        for short in [secret, server_name] {
            bytes.push(short.len() as u8);
            bytes.extend_from_slice(short);
        }
        bytes.extend_from_slice(&(chain_length as u32).to_be_bytes()[1..]);
        for cert in chain {
            bytes.extend_from_slice(&(cert.len() as u32).to_be_bytes()[1..]);
            bytes.extend_from_slice(cert);
        }
        debug_assert_eq!(bytes.len(), length);
        bytes
    }

    /// The session that `bytes` are. `None` if they are none, or one of a suite that the
    /// provider does not have (any more).
    pub(crate) fn decode(bytes: &[u8], provider: &CryptoProvider) -> Option<Self> {
        let mut r = Reader::new(bytes);
        if u8::read(&mut r).ok()? != VERSION {
            return None;
        }
        let suite = provider.find_cipher_suite(CipherSuite::read(&mut r).ok()?)?;
        let created_at = time(&mut r)?;
        let authenticated_at = time(&mut r)?;
        let lifetime = u32::from_be_bytes(array(&mut r)?);
        let client_authenticated = match u8::read(&mut r).ok()? {
            0 => false,
            1 => true,
            _ => return None,
        };
        let secret = PayloadU8::read(&mut r).ok()?.bytes();
        let server_name = str::from_utf8(PayloadU8::read(&mut r).ok()?.bytes()).ok()?;
        let chain = CertificateList::read(&mut r).ok()?;
        if secret.len() != suite.hash.output_len() || r.left() > 0 {
            return None;
        }
        Some(Self {
            suite,
            secret: Secret::new(secret),
            created_at,
            authenticated_at,
            lifetime,
            server_name: (!server_name.is_empty()).then(|| server_name.to_owned()),
            client_authenticated,
            client_certificates: (!chain.bytes().is_empty()).then(|| {
                chain
                    .iter()
                    .map(|cert| CertificateDer::from(cert.bytes()).into_owned())
                    .collect()
            }),
        })
    }

    /// Whether it is too old at the time `now`, or from a time that has not come yet.
    ///
    /// The age is the one that the server sees. That which the client states would only matter
    /// to 0-RTT data: if the two differ, the hello may be a copy of an earlier one, and the
    /// handshake goes on all the same (RFC 8446, section 4.2.10).
    pub(crate) fn has_expired(&self, now: UnixTime) -> bool {
        match now.as_secs().checked_sub(self.created_at.as_secs()) {
            Some(age) => age >= u64::from(self.lifetime),
            None => true,
        }
    }

    /// Whether a connection to that host with that suite can resume it: the host must be
    /// the same, and the suite's hash (RFC 8446, section 4.6.1).
    pub(crate) fn matches(&self, server_name: Option<&str>, suite: &Tls13CipherSuite) -> bool {
        let is_same_host = match (self.server_name.as_deref(), server_name) {
            (Some(then), Some(now)) => then.eq_ignore_ascii_case(now),
            (None, None) => true,
            _ => false,
        };
        is_same_host && self.suite.has_same_hash(suite)
    }
}

/// All but what varies: two lengths of one byte and one of three among it.
const FIXED_LENGTH: usize = 1 + 2 + 8 + 8 + 4 + 1 + 2 + 3;

type CertificateList<'a> = Vector<'a, Opaque<'a, 1, 0xff_ffff>, 0, 0xff_ffff>;

/// In seconds since 1970.
fn time(r: &mut Reader<'_>) -> Option<UnixTime> {
    let seconds = u64::from_be_bytes(array(r)?);
    Some(UnixTime::since_unix_epoch(Duration::from_secs(seconds)))
}

fn array<const N: usize>(r: &mut Reader<'_>) -> Option<[u8; N]> {
    r.take(N)?.try_into().ok()
}

#[cfg(test)]
#[path = "session_tests.rs"]
mod tests;
