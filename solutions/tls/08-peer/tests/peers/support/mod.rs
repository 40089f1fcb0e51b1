//! What the tests have in common.

pub mod certificates;
pub mod gnutls;
pub mod key_log;
pub mod openssl;
pub mod peer;
pub mod process;
pub mod program;
pub mod rustls;

pub use certificates::{Identity, files};
pub use process::Process;
pub use program::installed;
