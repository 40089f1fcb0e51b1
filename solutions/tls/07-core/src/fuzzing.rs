//! The decoders, for the fuzzers. This is no API: it changes whenever they do.

pub use crate::msgs::{
    Certificate, CertificateRequest, CertificateVerify, ClientExtensions, EncryptedExtensions,
    ExtensionSet, Finished, HelloRetryRequestExtensions, KeyUpdate, NewSessionTicket, ServerHello,
    ServerHelloExtensions, extension,
};
