//! What is fuzzed.
//!
//! `client` and `server` feed an input to four connections: one gets it whole, one in
//! pieces, one in pieces on buffers of the caller, and these three must come to the same
//! end: the same error, the same application data, the same bytes to send. The fourth is
//! also used meanwhile, as an application may do in any order.

mod client;
mod connection;
mod deframer;
mod handshake;
mod messages;
mod server;

pub use client::{client, run as run_client};
pub use connection::Outcome;
pub use deframer::deframer;
pub use handshake::handshake;
pub use messages::{
    alert, certificate, certificate_request, certificate_verify, client_hello,
    encrypted_extensions, finished, key_update, new_session_ticket, server_hello,
};
pub use server::{run as run_server, server};

pub(crate) use client::new_client;
pub(crate) use server::new_server;

use crate::Random;
use crate::mutator;

/// A function that panics if something is wrong.
#[derive(Debug, Clone, Copy)]
pub struct Target {
    /// The name, also of its folder of seeds.
    pub name: &'static str,
    /// Takes any bytes.
    pub run: fn(&[u8]),
    /// Changes an input.
    pub mutate: fn(&mut Vec<u8>, &mut Random),
}

macro_rules! targets {
    ($($name:ident with $mutate:ident,)*) => {
        /// All of them.
        pub const TARGETS: &[Target] = &[$(Target {
            name: stringify!($name),
            run: $name,
            mutate: mutator::$mutate,
        }),*];
    };
}

targets! {
    deframer with records,
    client_hello with bytes,
    server_hello with bytes,
    encrypted_extensions with bytes,
    certificate_request with bytes,
    certificate with bytes,
    certificate_verify with bytes,
    finished with bytes,
    new_session_ticket with bytes,
    key_update with bytes,
    alert with bytes,
    client with records,
    server with records,
    handshake with bytes,
}
