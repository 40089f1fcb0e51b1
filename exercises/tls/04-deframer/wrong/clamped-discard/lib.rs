impl MessageDeframer {
    pub fn discard(&mut self, consumed: Consumed) {
        self.popped = 0;
        self.start = self.end.min(self.start + consumed.0);
        if self.start == self.end {
            self.start = 0;
            self.end = 0;
        }
    }
}
