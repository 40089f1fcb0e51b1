// The price of keeping the slice in an `Option`: even its length is behind an unwrap.
// `Option` has a `len` of its own, for the standard library alone, so the error is about that.

struct ReaderMut<'a> {
    buffer: Option<&'a mut [u8]>,
}

impl<'a> ReaderMut<'a> {
    fn left(&self) -> usize {
        self.buffer.len()
    }
}

fn main() {}
