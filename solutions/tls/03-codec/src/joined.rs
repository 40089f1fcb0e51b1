//! Decoding from a buffer that does not outlive the call.

use crate::{Codec, InvalidMessage};

/// Joins `fragments` and decodes one value from all of them.
///
/// The joined bytes are a local of this function, so no caller could name their
/// lifetime. The bound therefore asks for a `T` that can be read from an input of
/// *any* lifetime, however short. Such a `T` borrows nothing from it.
///
/// # Errors
///
/// If the joined bytes are not such a value, or go on behind it.
// ANCHOR: joined
pub fn read_joined<T>(fragments: &[&[u8]]) -> Result<T, InvalidMessage>
where
    T: for<'x> Codec<'x>,
{
    let joined = fragments.concat();
    T::read_bytes(&joined)
}
// ANCHOR_END: joined
