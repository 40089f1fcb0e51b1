//! This core with rustls, in memory, each as the client and as the server.

#[path = "../support/mod.rs"]
mod support;

mod client_auth;
mod closing;
mod conversations;
mod early_data;
mod key_updates;
mod negotiation;
mod pieces;
mod resumption;
mod secrets;
mod setup;
