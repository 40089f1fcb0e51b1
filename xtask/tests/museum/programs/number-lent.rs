// E0503 ws-use-of-lent-count
pub struct Borrowed<'a> {
    unread: &'a [u8],
    popped: &'a mut usize,
}

impl<'a> Borrowed<'a> {
    pub fn pop(&mut self) -> &'a [u8] {
        let (popped, rest) = self.unread.split_at(1);
        self.unread = rest;
        *self.popped += 1;
        popped
    }
}

pub fn count(bytes: &[u8]) -> usize {
    let mut popped = 0;
    let mut borrowed = Borrowed {
        unread: bytes,
        popped: &mut popped,
    };
    borrowed.pop();
    let before = popped;
    borrowed.pop();
    before
}
