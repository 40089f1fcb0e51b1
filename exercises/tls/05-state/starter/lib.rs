//! Exercise 5: handshake states that may borrow the message that made them.
//!
//! A state that has to remember a certificate remembers a slice of the receive
//! buffer, for as long as the buffer is there, and copies it only when the buffer
//! has to go. `flight` is the smallest handshake to try that on.
//!
//! `cargo xtask check exercise-5` says where you are.

mod body;
mod drive;
pub mod flight;
mod payload;
mod state;

pub use body::{StateBody, boxed};
pub use drive::run_flight;
pub use payload::Payload;
pub use state::{Context, Message, State};
