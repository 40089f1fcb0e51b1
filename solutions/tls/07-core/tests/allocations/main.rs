//! What is allocated: nothing for a record, little for a handshake, and no copy of a
//! certificate chain that arrives whole.

#[path = "../support/mod.rs"]
mod support;

mod chains;
mod handshakes;
mod records;
