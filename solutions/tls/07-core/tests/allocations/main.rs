//! What is allocated: nothing for a record, little for a handshake, and no copy of a
//! certificate chain that arrives whole; and what stays of it.

#[path = "../support/mod.rs"]
mod support;

mod chains;
mod handshakes;
mod idle;
mod records;
