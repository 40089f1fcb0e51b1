//! A return makes the loan last longer than the function, on all ways through it.

pub fn first_or_new(bytes: &mut Vec<u8>) -> &mut u8 {
    if let Some(first) = bytes.first_mut() {
        return first;
    }
    bytes.push(0);
    &mut bytes[0]
}
