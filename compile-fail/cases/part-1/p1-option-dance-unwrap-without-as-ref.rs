// `unwrap` takes the `Option` by value, so it would move the exclusive slice out from
// behind `&self`. `as_ref` first makes an `Option` of a reference, which may be consumed.

struct ReaderMut<'a> {
    buffer: Option<&'a mut [u8]>,
}

impl ReaderMut<'_> {
    fn left(&self) -> usize {
        self.buffer.unwrap().len()
    }
}

fn main() {}
