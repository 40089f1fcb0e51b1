//! What the TLS core costs, beside two versions of rustls, measured in one run: the same
//! machine, the same certificates, the same aws-lc-rs underneath.
//!
//! Everything happens in memory, so no figure has a socket in it. What is the same for
//! all: TLS13_AES_128_GCM_SHA256, X25519, ECDSA P-256 signatures, a chain of two
//! certificates, flights and records that arrive whole.
//!
//! | module | figure |
//! |---|---|
//! | [`handshakes`] | allocations and bytes allocated per handshake; bytes that an idle connection holds |
//! | [`records`] | allocations and bytes allocated per record; bytes per second, beside the AEAD alone |
//! | [`instructions`] | instructions per record, counted by callgrind |
//!
//! `cargo run --release -p tls-bench` prints the tables; `--help` has the rest.
//!
//! A library takes part through [`Library`] and [`End`]. Allocations are those of Rust's
//! allocator: what the C code of AWS-LC takes for keys is not seen, and is the same for all.

mod bare;
mod credentials;
mod end;
pub mod handshakes;
pub mod instructions;
pub mod library;
mod link;
pub mod measure;
pub mod records;
pub mod report;
mod wire;

pub use bare::Bare;
pub use credentials::Credentials;
pub use end::{End, Library};
pub use link::{Channel, Link};
pub use wire::Wire;
