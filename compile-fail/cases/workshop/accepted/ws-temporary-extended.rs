// Where `let` binds the reference itself, or a struct that is written out with it, the temporary
// is kept to the end of the block. An argument of a function is no such place.

struct Reader<'a> {
    buffer: &'a [u8],
}

fn main() {
    let (first_fragment, second_fragment): (&[u8], &[u8]) = (b"\x01\0", b"\0\x02hi");
    let reader = Reader {
        buffer: &[first_fragment, second_fragment].concat(),
    };
    println!("{:?}", reader.buffer);
}
