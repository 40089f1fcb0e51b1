impl MessageDeframer {
    pub fn discard(&mut self, consumed: Consumed) {
        assert!(
            consumed.0 <= self.end - self.start,
            "there are not so many bytes in this deframer"
        );
        self.popped = 0;
        self.start += consumed.0;
        if self.start == self.end {
            self.start = 0;
            self.end = 0;
        }
    }
}
