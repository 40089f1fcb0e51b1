//! HKDF-Expand-Label, which all else is made of.

use crate::Secret;
use crate::crypto::Hkdf;

/// What stands in front of every label.
const PREFIX: &[u8] = b"tls13 ";

/// The longest label in bytes, without the prefix: the two have one byte for their length.
pub(super) const MAX_LABEL: usize = 0xff - PREFIX.len();

/// `HKDF-Expand-Label` (RFC 8446, section 7.1), as many bytes as fit into `okm`.
///
/// # Panics
///
/// If the label is longer than 249 bytes, the context longer than 255, or `okm` longer
/// than 255 outputs of the hash. What a peer or an application chooses is checked by
/// the callers.
pub(crate) fn expand_label(
    hkdf: &dyn Hkdf,
    secret: &Secret,
    label: &[u8],
    context: &[u8],
    okm: &mut [u8],
) {
    let length = u16::try_from(okm.len()).expect("an output has at most 2^16 - 1 bytes");
    let label_length = u8::try_from(PREFIX.len() + label.len()).expect("a label fits its length");
    let context_length = u8::try_from(context.len()).expect("a context fits its length");
    hkdf.expand(
        secret,
        &[
            &length.to_be_bytes(),
            &[label_length],
            PREFIX,
            label,
            &[context_length],
            context,
        ],
        okm,
    );
}
