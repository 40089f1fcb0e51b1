// E0503 ws-use-of-lent-count
pub struct Deframer {
    bytes: Vec<u8>,
    popped: usize,
}

pub struct Borrowed<'a> {
    pub unread: &'a mut [u8],
    pub popped: &'a mut usize,
}

impl Deframer {
    pub fn borrow(&mut self) -> Borrowed<'_> {
        let popped = &mut self.popped;
        if self.popped != 0 {
            panic!("{} bytes were popped and not discarded", popped);
        }
        Borrowed {
            unread: &mut self.bytes,
            popped,
        }
    }
}
