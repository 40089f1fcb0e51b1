//! Exercise 6: the loop that everything comes together in.
//!
//! A [`Connection`] owns the bytes that arrive, and a [`Core`]: the state of the
//! handshake and all that a message may change. `process_new_packets` lends the bytes
//! out, lets the states borrow from them, and wants the buffer back on every way out.
//!
//! | file | what is in it | steps |
//! |---|---|---|
//! | `connection.rs` | `Connection`, the call as a whole | 1 |
//! | `process.rs` | `Core`, and the loop over the messages | 2, 3 |
//! | `joined.rs` | messages that span records | 4 |
//! | `receiver.rs` | from records to messages | 5 |
//! | `incoming.rs`, `endpoint.rs` | the bytes; what the user of all this provides | |
//!
//! `cargo xtask check exercise-6` says where you are.

mod connection;
mod endpoint;
mod incoming;
mod joined;
mod process;
mod receiver;

pub use connection::Connection;
pub use endpoint::{Endpoint, Fault, Received};
pub use joined::{Joined, MAX_JOINED};
pub use process::Core;
