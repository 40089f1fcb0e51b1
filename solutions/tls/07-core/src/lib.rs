//! A TLS 1.3 core, sans-IO, that stands on the layers of the main track.
#![warn(missing_docs, elided_lifetimes_in_paths)]

mod alert;
mod enums;
mod error;

pub use alert::{Alert, AlertDescription, AlertLevel};
pub use enums::{NamedGroup, ProtocolVersion, SignatureScheme};
pub use error::{CertificateError, Error, PeerIncompatible, PeerMisbehaved};
