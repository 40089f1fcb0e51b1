//! Exercise 1: the reborrow error.
//!
//! Two readers, one over a shared slice and one over an exclusive slice. They look
//! the same but for a few `mut`. One of them does not compile.
//!
//! `cargo xtask check exercise-1` says where you are.

pub mod frozen;
mod shared;

pub use shared::Reader;
