// `'_` satisfies both lints. It names nothing, and shows where something is borrowed.
#![deny(elided_lifetimes_in_paths, mismatched_lifetime_syntaxes)]

struct Reader<'a> {
    buffer: &'a [u8],
}

fn open(buffer: &[u8]) -> Reader<'_> {
    Reader { buffer }
}

fn left(reader: &Reader<'_>) -> usize {
    reader.buffer.len()
}

fn main() {
    println!("{}", left(&open(b"abc")));
}
