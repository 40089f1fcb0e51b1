// The plaintext is handed out as a shared slice, through which nothing can be written. That the
// record itself is `mut` does not matter. And it is no use to write another type here, as the
// help has it: what is handed out is for the signature of `open` to say.

fn open(record: &mut [u8]) -> &[u8] {
    &record[5..]
}

fn main() {
    let mut record = *b"\x17\x03\x03\0\x01A";
    let plaintext = open(&mut record);
    plaintext[0] = b'B';
}
