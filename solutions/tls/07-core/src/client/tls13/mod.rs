//! The client's states after the ServerHello (RFC 8446, appendix A.1).
//!
//! ```text
//!  WAIT_SH ─→ WAIT_EE ─┬─ resumed ─────────────────────────────→ WAIT_FINISHED ─→ CONNECTED
//!                      └→ WAIT_CERT_CR ─┬→ WAIT_CERT ─→ WAIT_CV ─↗
//!                                       └──────────────↗
//! ```

mod certificate;
mod client_auth;
mod connected;
mod encrypted_extensions;
mod finished;

use std::sync::Arc;

use pki_types::ServerName;

use super::ClientConfig;
use super::session::Tls13ClientSession;
use crate::NamedGroup;
use crate::common::{CommonState, NextState, TrafficSecrets};
use crate::crypto::Tls13CipherSuite;
use crate::key_schedule::HandshakeSecret;
use crate::msgs::ExtensionSet;
use crate::transcript::Transcript;
use encrypted_extensions::WaitEncryptedExtensions;

/// What WAIT_SH has settled.
pub(super) struct Begin {
    pub(super) config: Arc<ClientConfig>,
    pub(super) server_name: ServerName<'static>,
    pub(super) random: [u8; 32],
    pub(super) suite: &'static Tls13CipherSuite,
    pub(super) transcript: Transcript,
    pub(super) secret: HandshakeSecret,
    pub(super) offered: ExtensionSet,
    /// The session that goes on, if one does.
    pub(super) session: Option<Tls13ClientSession>,
    /// The group to begin with the next time, once it is sure that the server chose it.
    pub(super) kx_hint: Option<NamedGroup>,
}

/// Takes the handshake's keys into use.
pub(super) fn begin<'m>(cx: &mut CommonState, begin: Begin) -> NextState<'m> {
    let Begin {
        config,
        server_name,
        random,
        suite,
        transcript,
        secret,
        offered,
        session,
        kx_hint,
    } = begin;
    let hash = transcript.current();
    let traffic = TrafficSecrets::of_handshake(&secret, &hash, &*config.key_log, &random);
    cx.receive_first_under(suite, &traffic.server, 0);
    cx.send_change_cipher_spec();
    cx.send_under(suite, &traffic.client);
    Ok(Box::new(WaitEncryptedExtensions {
        handshake: Handshake {
            config,
            server_name,
            random,
            suite,
            transcript,
            secret,
            traffic,
            kx_hint,
        },
        offered,
        session,
    }))
}

/// What goes from state to state up to CONNECTED.
struct Handshake {
    config: Arc<ClientConfig>,
    server_name: ServerName<'static>,
    random: [u8; 32],
    suite: &'static Tls13CipherSuite,
    transcript: Transcript,
    secret: HandshakeSecret,
    traffic: TrafficSecrets,
    kx_hint: Option<NamedGroup>,
}
