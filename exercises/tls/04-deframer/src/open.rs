//! From a record on the wire to its content.

use crate::{ContentType, InvalidRecord, RecordHeader};

/// A record's content, where it lies in the buffer.
///
/// Shared, although it was opened in place: nobody can change it by accident.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record<'a> {
    /// What it is; in TLS 1.3 this comes from inside the protection.
    pub content_type: ContentType,
    /// The content.
    pub payload: &'a [u8],
}

/// Removes the protection from records, in place.
pub trait Opener {
    /// Why it refuses one.
    type Error: From<InvalidRecord>;

    /// Opens the payload that stood behind `header`.
    ///
    /// The exclusive loan goes in and does not come out again; what comes out is
    /// shared and lives as long.
    ///
    /// # Errors
    ///
    /// If the record is refused. The payload's bytes may have changed all the same.
    fn open<'a>(
        &mut self,
        header: RecordHeader,
        payload: &'a mut [u8],
    ) -> Result<Record<'a>, Self::Error>;
}

/// For records that are not protected: hands them out as they are.
#[derive(Debug, Clone, Copy, Default)]
pub struct Plaintext;

impl Opener for Plaintext {
    type Error = InvalidRecord;

    fn open<'a>(
        &mut self,
        header: RecordHeader,
        payload: &'a mut [u8],
    ) -> Result<Record<'a>, InvalidRecord> {
        Ok(Record {
            content_type: header.content_type,
            payload,
        })
    }
}
