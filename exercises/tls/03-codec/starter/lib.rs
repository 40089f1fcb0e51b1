//! Exercise 3: values that are decoded from bytes, and borrow from them.
//!
//! A trait for everything that has a form on the wire, integers and payloads that
//! implement it, and the structs of a ClientHello that wait for their impls. The
//! payload's impl does not compile: nothing ties a payload to its input.
//!
//! `cargo xtask check exercise-3` says where you are.

// The imports and fields are there from the start; the impls that use them are yours.
#![allow(dead_code, unused_imports)]

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
