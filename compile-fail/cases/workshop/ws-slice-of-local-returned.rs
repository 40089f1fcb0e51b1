// The copy is dropped where the function ends, and the slice would then point at nothing. No
// lifetime in the signature can make a local value last longer.

fn payload(record: &[u8]) -> &[u8] {
    let copy = record.to_vec();
    &copy[1..]
}

fn main() {
    println!("{:?}", payload(b"\x16hello"));
}
