//! Records under the protection of TLS 1.3 (RFC 8446, section 5.2).

use crate::{ContentType, Plaintext, inner_plaintext};
use crate::{HEADER_LENGTH, InvalidRecord, Opener, Record, RecordHeader};

/// Decrypts what an AEAD has sealed, where it lies.
pub trait Decrypt {
    /// Turns `payload`, the ciphertext with its tag, into what was sealed: the part
    /// of it that is plaintext now. The header is the additional data.
    ///
    /// `None` if the two are not what was sealed as the next record.
    fn decrypt_in_place<'a>(
        &mut self,
        header: &[u8; HEADER_LENGTH],
        payload: &'a mut [u8],
    ) -> Option<&'a mut [u8]>;
}

/// For records that are protected as in TLS 1.3: decrypts them in place and hands
/// out what was inside.
#[derive(Debug)]
pub struct Protected<D>(pub D);

impl<D: Decrypt> Opener for Protected<D> {
    type Error = InvalidRecord;

    /// Opens a record of application data; its real type is inside.
    ///
    /// A `change_cipher_spec` comes without protection and is handed out as it is
    /// (section 5); whoever gets it checks that it is the single byte 1. Nothing else
    /// is taken without protection any more.
    ///
    /// # Errors
    ///
    /// - [`InvalidRecord::UnexpectedType`] if the record is not protected.
    /// - [`InvalidRecord::NotAuthentic`] if it cannot be decrypted.
    /// - What [`inner_plaintext`] says.
    fn open<'a>(
        &mut self,
        header: RecordHeader,
        payload: &'a mut [u8],
    ) -> Result<Record<'a>, InvalidRecord> {
        match header.content_type {
            ContentType::APPLICATION_DATA => {}
            ContentType::CHANGE_CIPHER_SPEC => return Plaintext.open(header, payload),
            unprotected => return Err(InvalidRecord::UnexpectedType(unprotected)),
        }
        let opened = self
            .0
            .decrypt_in_place(&header.to_bytes(), payload)
            .ok_or(InvalidRecord::NotAuthentic)?;
        let (content_type, payload) = inner_plaintext(opened)?;
        Ok(Record {
            content_type,
            payload,
        })
    }
}
