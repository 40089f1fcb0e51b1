//! Records as they lie on the wire.

use deframer::{ContentType, HEADER_LENGTH};

/// The byte of the real type and the tag, behind the content of a protected record.
pub(crate) const BEHIND_CONTENT: usize = 1 + 16;

/// Cuts whole records off the front of `wire`, whatever is in them. What is left over
/// comes last, if it is anything.
pub(crate) fn split(mut wire: &[u8]) -> Vec<&[u8]> {
    let mut records = Vec::new();
    while let Some(&[_, _, _, high, low]) = wire.first_chunk::<HEADER_LENGTH>() {
        let length = HEADER_LENGTH + usize::from(u16::from_be_bytes([high, low]));
        let Some((record, rest)) = wire.split_at_checked(length) else {
            break;
        };
        records.push(record);
        wire = rest;
    }
    if !wire.is_empty() {
        records.push(wire);
    }
    records
}

/// The type and the content of a record that is transparent, protected or not, and is
/// not padded. `None` if it has no content.
pub(crate) fn content(record: &[u8]) -> Option<(ContentType, &[u8])> {
    let (&[outer, ..], payload) = record.split_first_chunk::<HEADER_LENGTH>()?;
    if ContentType(outer) != ContentType::APPLICATION_DATA {
        return Some((ContentType(outer), payload));
    }
    let end = payload.len().checked_sub(BEHIND_CONTENT)?;
    Some((ContentType(payload[end]), &payload[..end]))
}
