//! The secrets that client and server derive alike, and show to the key log.

use crate::crypto::Digest;
use crate::key_log::{self, KeyLog};
use crate::key_schedule::{HandshakeSecret, MasterSecret};
use crate::secret::Secret;

/// What each side sends under (RFC 8446, section 7.1).
pub(crate) struct TrafficSecrets {
    pub(crate) client: Secret,
    pub(crate) server: Secret,
}

impl TrafficSecrets {
    /// In the handshake. The hash is of ClientHello … ServerHello.
    pub(crate) fn of_handshake(
        secret: &HandshakeSecret,
        hello_hash: &Digest,
        log: &dyn KeyLog,
        client_random: &[u8; 32],
    ) -> Self {
        let client = secret.client_handshake_traffic_secret(hello_hash);
        let server = secret.server_handshake_traffic_secret(hello_hash);
        let offer = |label, secret| key_log::offer(log, label, client_random, secret);
        offer(key_log::CLIENT_HANDSHAKE_TRAFFIC_SECRET, &client);
        offer(key_log::SERVER_HANDSHAKE_TRAFFIC_SECRET, &server);
        Self { client, server }
    }

    /// For application data, and what exporters derive from. The hash is of ClientHello …
    /// server Finished.
    pub(crate) fn of_application(
        secret: &MasterSecret,
        finished_hash: &Digest,
        log: &dyn KeyLog,
        client_random: &[u8; 32],
    ) -> (Self, Secret) {
        let client = secret.client_application_traffic_secret_0(finished_hash);
        let server = secret.server_application_traffic_secret_0(finished_hash);
        let exporter = secret.exporter_master_secret(finished_hash);
        let offer = |label, secret| key_log::offer(log, label, client_random, secret);
        offer(key_log::CLIENT_TRAFFIC_SECRET_0, &client);
        offer(key_log::SERVER_TRAFFIC_SECRET_0, &server);
        offer(key_log::EXPORTER_SECRET, &exporter);
        (Self { client, server }, exporter)
    }
}
