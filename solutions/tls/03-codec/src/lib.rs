//! Layer 3: values that are decoded from bytes, and borrow from them.
//!
//! [`Codec<'r>`](Codec) has the input's lifetime as a parameter of the trait. So
//! one impl header can say that a value borrows from what it was read from:
//! `impl<'a> Codec<'a> for PayloadU8<'a>`. What borrows nothing is
//! `Codec<'_>`: it can be read from any input.
//!
//! [`Opaque`] and [`Vector`] are the variable-length vectors of RFC 8446, section
//! 3.4, with the floor and the ceiling that the RFC writes behind them. Nothing
//! here allocates while it decodes: a [`ClientHello`] is a handful of slices of
//! the message.
#![warn(missing_docs, elided_lifetimes_in_paths)]

mod client_hello;
mod handshake;
mod integers;
mod invalid;
mod joined;
mod opaque;
mod read;
mod vector;

pub use client_hello::{CipherSuite, ClientHello, Extension, ExtensionType};
pub use handshake::{Handshake, HandshakeType};
pub use integers::U24;
pub use invalid::InvalidMessage;
pub use joined::read_joined;
pub use opaque::{Opaque, PayloadU8, PayloadU16, PayloadU24};
pub use read::Codec;
pub use vector::{Vector, VectorIter};
