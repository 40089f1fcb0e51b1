//! Layer 1: reading bytes without copying them.
//!
//! [`Reader`] walks over a shared slice. What it hands out lives as long as the
//! input, not as long as the call, because a shared slice is `Copy`: the method
//! copies the field out and slices the copy.
//!
//! [`frozen::ReaderMut`] is the same over an exclusive slice, as far as one gets
//! without moving the slice out of its field: every result is a reborrow through
//! `&mut self` and keeps the reader frozen. Layer 2 removes that limit.
#![warn(missing_docs, elided_lifetimes_in_paths)]

pub mod frozen;
mod shared;

pub use shared::Reader;
