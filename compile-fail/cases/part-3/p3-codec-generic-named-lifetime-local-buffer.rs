// The caller chooses `'r`, and any choice of theirs outlives this call. The buffer is dropped
// at its end, so it cannot be what `T` is read from.

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

fn read_copy<'r, T: Codec<'r>>(input: &[u8]) -> T {
    let bytes = input.to_vec();
    T::read(&mut Reader { buffer: &bytes })
}

fn main() {}
