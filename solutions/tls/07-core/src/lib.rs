//! A TLS 1.3 core, sans-IO, that stands on the layers of the main track.
#![warn(missing_docs, elided_lifetimes_in_paths)]

mod alert;
mod cert;
pub mod client;
mod common;
mod config;
mod conn;
pub mod crypto;
mod enums;
mod error;
mod key_log;
mod key_schedule;
mod msgs;
mod record;
mod secret;
pub mod server;
mod ticket;
mod time;
mod transcript;
mod verify;

pub use alert::{Alert, AlertDescription, AlertLevel};
pub use cert::CertifiedKey;
pub use client::{ClientConfig, ClientConnection};
pub use common::{
    CommonState, DEFAULT_BUFFER_LIMIT, HandshakeKind, MAX_CHANGE_CIPHER_SPECS, MAX_EMPTY_RECORDS,
    MAX_KEY_UPDATES, MAX_WARNINGS, Side,
};
pub use config::{ConfigBuilder, WantsVerifier};
pub use conn::{
    ConnectionCommon, IoState, Reader, Stream, StreamOwned, UnbufferedConnectionCommon,
    UnbufferedStatus, Writer,
};
pub use enums::{NamedGroup, ProtocolVersion, SignatureScheme};
pub use error::{CertificateError, Error, PeerIncompatible, PeerMisbehaved};
pub use key_log::{KeyLog, KeyLogFile, NoKeyLog};
pub use secret::Secret;
pub use server::{ServerConfig, ServerConnection};
pub use time::{DefaultTimeProvider, TimeProvider};
pub use verify::{
    DistinguishedName, HandshakeSignatureValid, RootCertStore, VerifierBuilderError,
    verify_tls13_signature,
};

/// Names, certificates, keys and times, as all of the ecosystem has them.
pub use pki_types;
