// The price of keeping the slice in an `Option`: even its length is behind an unwrap. As the
// real one does, this `Option` has a `len` for its own use, so the error is about that.

mod std_option {
    pub struct Option<T>(pub [T; 1]);

    impl<T> Option<T> {
        fn len(&self) -> usize {
            self.0.len()
        }
    }
}

use std_option::Option;

struct ReaderMut<'a> {
    buffer: Option<&'a mut [u8]>,
}

impl<'a> ReaderMut<'a> {
    fn left(&self) -> usize {
        self.buffer.len()
    }
}

fn main() {}
