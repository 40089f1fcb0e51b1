// The slice is made of what the caller has lent, and lives as long as that.

fn payload(record: &[u8]) -> &[u8] {
    &record[1..]
}

fn main() {
    println!("{:?}", payload(b"\x16hello"));
}
