fn open(record: &mut [u8]) -> &[u8] {
    for byte in &mut *record {
        *byte ^= 0x55;
    }
    record
}

fn main() {
    let mut bytes = vec![0x14, 0x15, 0x16];
    let record = open(&mut bytes);
    let length = bytes.len();
    assert_eq!((record[0], length), (b'A', 3));
}
