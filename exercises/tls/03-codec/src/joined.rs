//! Decoding from a buffer that does not outlive the call: step 4.

use crate::{Codec, InvalidMessage};

/// Joins `fragments` and decodes one value from all of them.
///
/// Step 4: say which types this can decode, and do it.
///
/// # Errors
///
/// If the joined bytes are not such a value, or go on behind it.
pub fn read_joined<T>(fragments: &[&[u8]]) -> Result<T, InvalidMessage> {
    let _ = fragments;
    todo!("step 4: join the fragments and decode the whole")
}
