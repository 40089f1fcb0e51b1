// A `Reader` borrows, but the parameter's type does not let on. This lint, allowed unless you
// ask for it, wants to see every lifetime parameter, if only as `'_`.
#![deny(elided_lifetimes_in_paths)]

struct Reader<'a> {
    buffer: &'a [u8],
}

fn left(reader: &Reader) -> usize {
    reader.buffer.len()
}

fn main() {
    left(&Reader { buffer: b"abc" });
}
