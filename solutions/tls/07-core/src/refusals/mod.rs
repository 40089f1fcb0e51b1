//! What the core refuses, one test per refusal: with the error, with the alert that the
//! RFC names, and once.
//!
//! The peer of the connection is [played by hand](support). Every test runs on a
//! connection with a buffer, whole and byte by byte, and on one without.

mod alerts;
mod authentication;
mod early_data;
mod extensions;
mod floods;
mod hello_retry;
#[cfg(feature = "aws-lc-rs")]
mod hybrid;
mod key_changes;
mod offers;
mod records;
mod selections;
mod sessions;
mod support;
mod unexpected;
