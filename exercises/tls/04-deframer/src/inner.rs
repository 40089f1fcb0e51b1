//! What lies inside a protected record (RFC 8446, section 5.2).

use crate::{ContentType, InvalidRecord};

/// Splits an opened `TLSInnerPlaintext` into its type and its content, and drops
/// the padding behind them: any number of zeros.
///
/// # Errors
///
/// - [`InvalidRecord::PlaintextTooLong`] if there are more than 2^14 + 1 bytes in
///   all, padding included (section 5.4).
/// - [`InvalidRecord::NoContentType`] if there is nothing but zeros (section 5.4).
/// - [`InvalidRecord::Empty`] if a handshake message or an alert has no content
///   (section 5.4).
/// - [`InvalidRecord::UnexpectedType`] if it is none of handshake, alert and
///   application data: a `change_cipher_spec` is never protected (section 5).
pub fn inner_plaintext(_opened: &[u8]) -> Result<(ContentType, &[u8]), InvalidRecord> {
    todo!("step 3: find the type, and the content in front of it")
}
