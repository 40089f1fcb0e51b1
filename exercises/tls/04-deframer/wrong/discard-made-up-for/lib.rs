impl MessageDeframer {
    pub fn borrow(&mut self) -> BorrowedMessageDeframer<'_> {
        self.start += self.popped;
        self.popped = 0;
        BorrowedMessageDeframer {
            reader: ReaderMut::new(&mut self.bytes[self.start..self.end]),
            popped: Some(&mut self.popped),
        }
    }
}
