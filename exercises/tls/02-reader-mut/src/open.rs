//! Opening a record where it lies: step 4.

use crate::HEADER_LENGTH;

/// Opens one protected record in place and hands its plaintext out shared.
///
/// `open` gets the header and the payload, decrypts the payload where it lies and
/// returns the part of it that is plaintext now. `None` means that `record` is
/// too short for its header or for the length the header states, that something
/// follows the payload, or that `open` refused it.
///
/// The loan that went in exclusive comes out shared, for the same lifetime:
/// nobody can change the plaintext by accident any more.
pub fn open_record<'a>(
    record: &'a mut [u8],
    open: impl FnOnce(&[u8; HEADER_LENGTH], &'a mut [u8]) -> Option<&'a mut [u8]>,
) -> Option<&'a [u8]> {
    let _ = (record, open);
    todo!("step 4: open it in place and hand it out shared")
}
