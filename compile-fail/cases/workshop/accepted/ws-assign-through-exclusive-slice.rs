// An exclusive slice may be written to. The variable that holds it needs no `mut`: that would
// let another slice be put in there.

fn open(record: &mut [u8]) -> &mut [u8] {
    &mut record[5..]
}

fn main() {
    let mut record = *b"\x17\x03\x03\0\x01A";
    let plaintext = open(&mut record);
    plaintext[0] = b'B';
}
