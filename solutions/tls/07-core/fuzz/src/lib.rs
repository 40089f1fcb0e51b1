//! Feeds the TLS core what no honest peer sends, and checks what must hold all the
//! same.
//!
//! A [`Target`] is a function over arbitrary bytes that panics if something is wrong:
//!
//! | targets | what they are fed | what must hold |
//! |---|---|---|
//! | `deframer` | records | the same records in pieces of any size; every record lies in the buffer |
//! | `client_hello` … `alert` | the body of one message | what was decoded lies in the message, and encodes to it |
//! | `client`, `server` | all that a peer sends | [the same end](targets) in pieces of any size, in a buffer of their own and in the caller's; well-formed answers; one alert, and nothing behind it |
//! | `handshake` | what to do to the records of two honest peers | no change goes unnoticed |
//!
//! `client` and `server` run on a [provider without cryptography](transparent), so that
//! a fuzzer gets past the first record; `handshake` runs on real cryptography.
//!
//! `cargo test -p tls-fuzz` runs every target a fixed number of times, on the
//! [seeds] and on what a [mutator] makes of them: the same inputs every time. To
//! go on for longer:
//!
//! ```text
//! cargo run --release -p tls-fuzz --example fuzz -- client 1000000
//! cargo +nightly fuzz run --fuzz-dir solutions/tls/07-core/fuzz/cargo-fuzz client \
//!     solutions/tls/07-core/fuzz/cargo-fuzz/corpus/client solutions/tls/07-core/fuzz/seeds/client
//! ```
//!
//! The second needs `cargo-fuzz` and a nightly compiler. It writes what it finds into the
//! first of the folders. An input that makes a target panic belongs into
//! `seeds/<target>/`, once the core is right: then `cargo test` runs it for ever.
#![warn(missing_docs, elided_lifetimes_in_paths)]

mod identity;
mod input;
pub mod mutator;
mod random;
pub mod runner;
pub mod seeds;
pub mod targets;
pub mod transparent;
mod wire;

pub use random::Random;
pub use targets::{TARGETS, Target};
