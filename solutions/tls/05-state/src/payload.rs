//! Bytes that are borrowed for as long as that will do.

use core::ops::Deref;

/// Bytes, borrowed from the receive buffer or owned.
///
/// `std::borrow::Cow<'a, [u8]>` can do the same and more. This one has no way to
/// become owned but [`into_owned`](Self::into_owned), and that one says so in its
/// type: what comes out is a `Payload<'static>`.
#[derive(Debug, Clone)]
pub enum Payload<'a> {
    /// A part of a buffer that somebody else owns.
    Borrowed(&'a [u8]),
    /// A copy.
    Owned(Vec<u8>),
}

// ANCHOR: into-owned
impl Payload<'_> {
    /// The same bytes with no borrow left in them.
    ///
    /// Borrowed bytes are copied, once. Owned ones stay where they are.
    pub fn into_owned(self) -> Payload<'static> {
        Payload::Owned(match self {
            Self::Borrowed(bytes) => bytes.to_vec(),
            Self::Owned(bytes) => bytes,
        })
    }
}
// ANCHOR_END: into-owned

impl Deref for Payload<'_> {
    type Target = [u8];

    /// The bytes, whoever owns them.
    fn deref(&self) -> &[u8] {
        match self {
            Self::Borrowed(bytes) => bytes,
            Self::Owned(bytes) => bytes,
        }
    }
}
