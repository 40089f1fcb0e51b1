//! Recorded bytes that the workshop's tests read: real input, with nothing made up.
//!
//! - [`rfc8448`]: the messages, records and keys of a whole TLS 1.3 handshake, from RFC 8448 section 3.
//! - [`client_hellos`]: the first message of four real clients: OpenSSL, GnuTLS, curl and Chromium.
//! - `Opener` and `Sealer`, with the feature `open`: the record protection of RFC 8446 section 5.2, to open
//!   the records of [`rfc8448`] in place and to make more of any length.
//! - [`assert_bytes`]: says in one line each what came out and what should have.
//! - [`assert_lies_at`]: says where in a buffer a piece lies, or that it is a copy.
//!
//! Everything is here for tests: the keys are published, so nothing sealed with them is a secret.

#![warn(missing_docs, elided_lifetimes_in_paths)]

pub mod client_hellos;
mod compare;
#[cfg(feature = "open")]
mod open;
pub mod rfc8448;

pub use compare::{assert_bytes, assert_lies_at};

#[cfg(feature = "open")]
pub use open::{Opener, Sealer};
