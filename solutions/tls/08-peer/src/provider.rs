//! The cryptography that was built in.

use tls_core::crypto::CryptoProvider;

#[cfg(not(any(feature = "aws-lc-rs", feature = "ring")))]
compile_error!("tls-peer needs one of its features `aws-lc-rs` and `ring`");

/// The one over aws-lc-rs if it is there, as it has more.
pub fn provider() -> CryptoProvider {
    #[cfg(feature = "aws-lc-rs")]
    return tls_core::crypto::aws_lc_rs::default_provider();
    #[cfg(all(feature = "ring", not(feature = "aws-lc-rs")))]
    return tls_core::crypto::ring::default_provider();
}
