//! Whether to believe a certificate, and a signature made with its key.
//!
//! The traits are the application's to implement. The verifiers that come with the
//! core leave the path from a certificate to a root to webpki. They look at the time
//! that they are given and at the revocation lists that they are given: both are the
//! caller's to keep up to date.

mod chain;
mod client;
mod error;
mod names;
mod revocation;
mod roots;
mod server;
mod signature;
#[cfg(test)]
mod tests;

pub use client::{
    ClientCertVerified, ClientCertVerifier, ClientCertVerifierBuilder, NoClientAuth,
    WebPkiClientVerifier,
};
pub use error::VerifierBuilderError;
pub(crate) use error::certificate_error;
pub use names::DistinguishedName;
pub use roots::RootCertStore;
pub use server::{
    ServerCertVerified, ServerCertVerifier, ServerCertVerifierBuilder, WebPkiServerVerifier,
};
pub use signature::{HandshakeSignatureValid, verify_tls13_signature};
