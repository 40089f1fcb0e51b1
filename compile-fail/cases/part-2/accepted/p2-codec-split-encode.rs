// Two traits instead of one: encoding needs neither the lifetime nor `Sized`, so it is
// dyn compatible once it no longer shares a trait with `read`.
#![allow(dead_code)]

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Encode {
    fn encode(&self, out: &mut Vec<u8>);
}

trait Decode<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

fn encode_all(values: &[&dyn Encode], out: &mut Vec<u8>) {
    for value in values {
        value.encode(out);
    }
}

fn main() {}
