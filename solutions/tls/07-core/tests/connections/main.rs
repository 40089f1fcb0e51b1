//! Connections of this core with each other, buffered and unbuffered, on both providers.

#[path = "../support/mod.rs"]
mod support;

mod closing;
mod credentials;
mod keys;
mod limits;
mod names;
mod pairs;
mod pieces;
mod providers;
mod secrets;
mod sessions;
mod tickets;
