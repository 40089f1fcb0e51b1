//! What every message is written with: a length is left open and filled in when what
//! it counts is there.

use codec::{Codec, ExtensionType, HandshakeType};

/// Appends a handshake message of that type with the body that `body` appends
/// (RFC 8446, section 4).
pub fn handshake<T>(
    bytes: &mut Vec<u8>,
    msg_type: HandshakeType,
    body: impl FnOnce(&mut Vec<u8>) -> T,
) -> T {
    msg_type.encode(bytes);
    vector_u24(bytes, body)
}

/// Appends an extension of that type with the data that `data` appends (RFC 8446,
/// section 4.2).
pub fn extension<T>(
    bytes: &mut Vec<u8>,
    extension_type: ExtensionType,
    data: impl FnOnce(&mut Vec<u8>) -> T,
) -> T {
    extension_type.encode(bytes);
    vector_u16(bytes, data)
}

/// Appends what `content` appends behind its length in one byte.
///
/// # Panics
///
/// If the length needs more.
pub fn vector_u8<T>(bytes: &mut Vec<u8>, content: impl FnOnce(&mut Vec<u8>) -> T) -> T {
    vector::<1, T>(bytes, content)
}

/// Appends what `content` appends behind its length in two bytes.
///
/// # Panics
///
/// If the length needs more.
pub fn vector_u16<T>(bytes: &mut Vec<u8>, content: impl FnOnce(&mut Vec<u8>) -> T) -> T {
    vector::<2, T>(bytes, content)
}

/// Appends what `content` appends behind its length in three bytes.
///
/// # Panics
///
/// If the length needs more.
pub fn vector_u24<T>(bytes: &mut Vec<u8>, content: impl FnOnce(&mut Vec<u8>) -> T) -> T {
    vector::<3, T>(bytes, content)
}

fn vector<const WIDTH: usize, T>(
    bytes: &mut Vec<u8>,
    content: impl FnOnce(&mut Vec<u8>) -> T,
) -> T {
    let start = bytes.len();
    bytes.extend_from_slice(&[0; WIDTH]);
    let value = content(bytes);
    let length = ((bytes.len() - start - WIDTH) as u64).to_be_bytes();
    let (high, low) = length.split_at(length.len() - WIDTH);
    assert!(
        high.iter().all(|&byte| byte == 0),
        "a vector longer than its length can say"
    );
    bytes[start..start + WIDTH].copy_from_slice(low);
    value
}

/// Appends each element's bytes behind the length of all in two bytes.
pub fn list_u16<'r>(bytes: &mut Vec<u8>, elements: impl IntoIterator<Item = impl Codec<'r>>) {
    vector_u16(bytes, |bytes| {
        for element in elements {
            element.encode(bytes);
        }
    });
}
