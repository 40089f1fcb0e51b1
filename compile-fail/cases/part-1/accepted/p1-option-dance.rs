// The same idea with an `Option` around the field: `None` is what stays behind while the
// slice is out, and `Some(rest)` goes back in.
#![allow(dead_code)]

struct ReaderMut<'a> {
    buffer: Option<&'a mut [u8]>,
}

impl<'a> ReaderMut<'a> {
    fn left(&self) -> usize {
        self.buffer.as_ref().map_or(0, |buffer| buffer.len())
    }

    fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let (piece, rest) = self.buffer.take()?.split_at_mut(length);
        self.buffer = Some(rest);
        Some(piece)
    }
}

fn main() {}
