//! One line about a connection.

use std::fmt;

use tls_core::CommonState;
use tls_core::HandshakeKind::{FullWithHelloRetryRequest, Resumed, ResumedWithHelloRetryRequest};

/// What was agreed upon, and how many bytes came. Printed as `key=value`, all of them
/// always and in the same order, so that a script can read it.
pub struct Report<'a> {
    /// The connection, after its handshake.
    pub connection: &'a CommonState,
    /// How many bytes of application data came.
    pub received: u64,
}

impl fmt::Display for Report<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let connection = self.connection;
        let kind = connection.handshake_kind();
        let yes = |is: bool| if is { "yes" } else { "no" };
        write!(
            f,
            "version={} suite={} group={} resumed={} hello_retry={} alpn={} \
             peer_certificate={} received={}",
            OrNone(connection.protocol_version()),
            OrNone(connection.negotiated_cipher_suite().map(|suite| suite.name)),
            OrNone(connection.negotiated_key_exchange_group()),
            yes(matches!(kind, Some(Resumed | ResumedWithHelloRetryRequest))),
            yes(matches!(
                kind,
                Some(FullWithHelloRetryRequest | ResumedWithHelloRetryRequest)
            )),
            OrNone(connection.alpn_protocol().map(<[u8]>::escape_ascii)),
            yes(connection.peer_certificates().is_some()),
            self.received,
        )
    }
}

/// A value, or `-`.
struct OrNone<T>(Option<T>);

impl<T: fmt::Display> fmt::Display for OrNone<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(value) => value.fmt(f),
            None => f.write_str("-"),
        }
    }
}
