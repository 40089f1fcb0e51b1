//! Opening a record where it lies.

use crate::HEADER_LENGTH;
use crate::ReaderMut;

/// Opens one protected record in place and hands its plaintext out shared.
///
/// `open` gets the header and the payload, decrypts the payload where it lies and
/// returns the part of it that is plaintext now. `None` means that `record` is
/// too short for its header or for the length the header states, that something
/// follows the payload, or that `open` refused it.
///
/// The loan that went in exclusive comes out shared, for the same lifetime:
/// nobody can change the plaintext by accident any more.
// ANCHOR: open
pub fn open_record<'a>(
    record: &'a mut [u8],
    open: impl FnOnce(&[u8; HEADER_LENGTH], &'a mut [u8]) -> Option<&'a mut [u8]>,
) -> Option<&'a [u8]> {
    let mut reader = ReaderMut::new(record);
    let header: &[u8; HEADER_LENGTH] = (&*reader.take(HEADER_LENGTH)?).try_into().ok()?;
    let length = usize::from(u16::from_be_bytes([header[3], header[4]]));
    let payload = reader.take(length)?;
    if reader.left() > 0 {
        return None;
    }
    open(header, payload).map(|plaintext| &*plaintext)
}
// ANCHOR_END: open
