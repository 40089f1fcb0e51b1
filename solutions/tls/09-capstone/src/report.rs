//! What a check has found out. The workshop's command line reads this very file.

use serde::{Deserialize, Serialize};

/// What one check has found out.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Report {
    /// How it went.
    pub status: Status,
    /// What was shown, or why it failed or was skipped: one sentence without a full stop.
    pub message: String,
    /// The connection, if it was made with somebody else's TLS.
    pub connection: Option<Connection>,
    /// The counts, if that is what was counted.
    pub allocations: Option<Allocations>,
}

/// How a check went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It holds.
    Passed,
    /// It does not.
    Failed,
    /// It needs something that is not installed.
    Skipped,
}

/// A connection of the core with somebody else's TLS.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Connection {
    /// `rustls`, `OpenSSL 3.0.19`
    pub peer: String,
    /// What the core was in it.
    pub side: Side,
    /// `TLS13_AES_128_GCM_SHA256`
    pub suite: String,
    /// `X25519`
    pub group: String,
    /// The words of the peer that came through.
    pub words: String,
    /// Everything that crossed the wire, in its order.
    pub records: Vec<Record>,
}

/// Which of the two peers the core is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The one that speaks first.
    Client,
    /// The one that answers.
    Server,
}

/// One record on the wire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Seen from the core.
    pub direction: Direction,
    /// Whether it was encrypted.
    pub protected: bool,
    /// `handshake`, `alert`, `change_cipher_spec` or `application_data`; in a protected
    /// record what was inside.
    pub content_type: String,
    /// The messages that begin or go on in it: `ClientHello`, `close_notify`.
    pub messages: Vec<String>,
    /// Its bytes on the wire, the header included.
    pub length: usize,
}

/// Which way a record went, seen from the core.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The core has sealed it, and the peer has opened it.
    Sent,
    /// The peer has sealed it, and the core's layers have opened it.
    Received,
}

/// How often the core has asked for memory.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocations {
    /// By a client in a full handshake.
    pub client: u64,
    /// By a server in a full handshake.
    pub server: u64,
    /// By a client that resumes a session.
    pub client_resumed: u64,
    /// By a server that resumes a session.
    pub server_resumed: u64,
    /// For a record of 16 KiB that is sent.
    pub record_sent: u64,
    /// For a record of 16 KiB that is received.
    pub record_received: u64,
}
