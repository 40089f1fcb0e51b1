// An exclusive slice field, seen through `&'s mut self`, cannot be handed out for `'a`.
// The way to it leads through the loan `'s`: it is reborrowed there, and no reborrow
// outlives the loan that it was taken through.

struct ReaderMut<'a> {
    buffer: &'a mut [u8],
    cursor: usize,
}

impl<'a> ReaderMut<'a> {
    fn take<'s>(&'s mut self, length: usize) -> Option<&'a mut [u8]> {
        let start = self.cursor;
        self.cursor += length;
        self.buffer.get_mut(start..self.cursor)
    }
}

fn main() {}
