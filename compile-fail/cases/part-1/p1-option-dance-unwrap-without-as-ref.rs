// `unwrap` takes the `Option` by value, so it would move the exclusive slice out from behind
// `&self`. `as_ref` first makes an `Option` of a reference. (This is the real `unwrap`, in short.)

struct ReaderMut<'a> {
    buffer: Option<&'a mut [u8]>,
}

impl ReaderMut<'_> {
    fn left(&self) -> usize {
        unwrap(self.buffer).len()
    }
}

fn unwrap<T>(option: Option<T>) -> T {
    option.expect("a value")
}

fn main() {}
