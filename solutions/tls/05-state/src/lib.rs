//! Layer 5: handshake states that may borrow the message that made them.
//!
//! Within one call a [`State`] may hold slices of the receive buffer: its object
//! type then carries the buffer's lifetime, `Box<dyn State<C> + 'm>`. Before the
//! buffer is given back the last state is made its own owner by
//! [`State::into_owned`], once, and only that one.
//!
//! [`Payload`] is the bytes that may be either; [`StateBody`] implements
//! [`State`] such that `into_owned` keeps the box it lives in; [`run_flight`]
//! drives a state through messages and owns once at the end. [`flight`] is the
//! smallest handshake to try them on.
#![warn(missing_docs, elided_lifetimes_in_paths)]

mod body;
mod drive;
pub mod flight;
mod payload;
mod state;

pub use body::{StateBody, boxed};
pub use drive::run_flight;
pub use payload::Payload;
pub use state::{Context, Message, State};
