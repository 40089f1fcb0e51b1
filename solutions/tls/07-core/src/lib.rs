//! A TLS 1.3 core (RFC 8446) on the layers of the main track: sans-IO, zero-copy on
//! the way in.
//!
//! What arrives is opened, decoded and handled where it lies. The layers below do
//! that, and this crate has no second copy of them:
//!
//! | layer | what it does here |
//! |---|---|
//! | [`reader`], [`reader_mut`] | hand out pieces of a buffer that outlive the call |
//! | [`codec`] | decodes messages that borrow from the buffer |
//! | [`deframer`] | finds records, opens them in place, discards once |
//! | [`state`] | states that may borrow the message that made them |
//! | [`connection`] | the loop: state out, messages through it, state back, discard |
//!
//! Here are the rest: [records and their keys](crypto), the handshake's messages and
//! states, [certificates](RootCertStore), [sessions](client::Resumption), and the two
//! ends, [`ClientConnection`] and [`ServerConnection`]. Their names and methods are
//! those of rustls wherever the thing is the same.
//!
//! It is for learning and has not been audited: do not protect anything with it.
//!
//! # A client
//!
//! ```no_run
//! use std::io::{BufRead, Write};
//! use std::net::TcpStream;
//! use std::sync::Arc;
//!
//! use tls_core::pki_types::pem::PemObject;
//! use tls_core::pki_types::{CertificateDer, ServerName};
//! use tls_core::{ClientConfig, ClientConnection, RootCertStore, StreamOwned, crypto};
//!
//! let mut roots = RootCertStore::empty();
//! for certificate in CertificateDer::pem_file_iter("ca.pem")? {
//!     roots.add(certificate?)?;
//! }
//! let config = ClientConfig::builder_with_provider(Arc::new(crypto::aws_lc_rs::default_provider()))
//!     .with_root_certificates(roots)
//!     .with_no_client_auth();
//!
//! let name = ServerName::try_from("example.org")?.to_owned();
//! let connection = ClientConnection::new(Arc::new(config), name)?;
//! let mut stream = StreamOwned::new(connection, TcpStream::connect("example.org:443")?);
//! stream.write_all(b"GET / HTTP/1.0\r\nHost: example.org\r\n\r\n")?;
//! // Lent from the receive buffer, where it was opened.
//! let answer = stream.fill_buf()?;
//! println!("{} bytes", answer.len());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Limits
//!
//! What a peer can make a connection hold, or do without end, has a bound:
//!
//! | what | bound | what is more |
//! |---|---|---|
//! | a record | 2^14 bytes of plaintext, 256 more when protected ([`deframer::MAX_RECORD`]) | `record_overflow`, for its header |
//! | the receive buffer | two records ([`deframer::MAX_BUFFER`]) | [`read_tls`] refuses to read: the transport pushes back |
//! | a handshake message that spans records, certificates included | 64 KiB ([`connection::MAX_JOINED`]), allocated as it comes | `decode_error`, for its header |
//! | empty fragments of messages and alerts | none | `unexpected_message` |
//! | empty records of application data | [`MAX_EMPTY_RECORDS`] in a row | `unexpected_message` |
//! | KeyUpdates | [`MAX_KEY_UPDATES`] in a row, without data between them | `unexpected_message` |
//! | answers to KeyUpdates | one that waits to be written, and one for the data behind it | no further one |
//! | `change_cipher_spec` records | [`MAX_CHANGE_CIPHER_SPECS`], before the peer's Finished | `unexpected_message` |
//! | `user_canceled` alerts | [`MAX_WARNINGS`] | `unexpected_message` |
//! | HelloRetryRequests | one | `unexpected_message` |
//! | the cookie of a HelloRetryRequest | 16 KiB: with a ticket and a client's protocols, of as much each, it fits into a hello | `illegal_parameter` |
//! | 0-RTT data that a server skips, with its headers | 64 KiB | `bad_record_mac`, or `unexpected_message` in front of a second hello |
//! | pre-shared keys that a server looks at | the first four | the others are ignored |
//! | tickets that a client looks at | the first sixteen of a connection, each of 16 KiB at most | the others are ignored |
//! | sessions that a client keeps | eight of each server ([`ClientSessionMemoryCache`]) | the oldest is dropped |
//! | sessions that a server keeps | [`ServerSessionMemoryCache`] | the oldest is dropped |
//! | sessions that go on from one another | seven days after the certificates | a full handshake |
//! | application data that waits to be written | [`DEFAULT_BUFFER_LIMIT`] | [`Writer`] takes no more |
//! | memory for records, kept for the next connection that sends | four buffers of 132 KiB for each thread | given back |
//! | records under the same keys | the suite's [`confidentiality_limit`] | a KeyUpdate of this side's own |
//!
//! Each of the alerts is fatal, sent once, and the error stays: [`Error`] has its reason.
//!
//! [`read_tls`]: ConnectionCommon::read_tls
//! [`ClientSessionMemoryCache`]: client::ClientSessionMemoryCache
//! [`ServerSessionMemoryCache`]: server::ServerSessionMemoryCache
//! [`confidentiality_limit`]: crypto::Tls13CipherSuite::confidentiality_limit
//!
//! # What is the caller's
//!
//! - **Time.** Certificates and tickets are judged by the configuration's
//!   [`TimeProvider`].
//! - **Revocation.** Nothing is fetched. [Revocation lists][crls] can be given to the
//!   verifiers; without any, revocation is not checked.
//! - **Both ends of the stream.** A peer that goes without `close_notify` is reported as
//!   [`UnexpectedEof`](std::io::ErrorKind::UnexpectedEof): what came may not be all.
//!
//! [crls]: client::ServerCertVerifierBuilder::with_crls
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
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod key_log;
mod key_schedule;
mod msgs;
mod record;
#[cfg(all(test, feature = "ring"))]
mod refusals;
#[cfg(test)]
mod replay;
mod secret;
pub mod server;
#[cfg(test)]
mod test_pki;
mod ticket;
mod time;
mod transcript;
mod verify;

pub use alert::{Alert, AlertDescription, AlertLevel};
pub use cert::CertifiedKey;
pub use client::{ClientConfig, ClientConnection};
pub use codec::{CipherSuite, HandshakeType, InvalidMessage};
pub use common::{
    CommonState, DEFAULT_BUFFER_LIMIT, HandshakeKind, MAX_CHANGE_CIPHER_SPECS, MAX_EMPTY_RECORDS,
    MAX_KEY_UPDATES, MAX_WARNINGS, Side,
};
pub use config::{ConfigBuilder, WantsVerifier};
pub use conn::{
    ConnectionCommon, IoState, Reader, Stream, StreamOwned, UnbufferedConnectionCommon,
    UnbufferedStatus, Writer,
};
pub use connection::Fault;
pub use deframer::{ContentType, InvalidRecord};
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
