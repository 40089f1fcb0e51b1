// E0384 ws-assign-twice
pub fn lengths(bytes: &[u8]) -> usize {
    let sum = 0;
    for byte in bytes {
        sum += usize::from(*byte);
    }
    sum
}
