impl MessageDeframer {
    pub fn discard(&mut self, consumed: Consumed) {
        assert_eq!(
            consumed.0, self.popped,
            "this is not what was popped from this deframer"
        );
        self.popped = 0;
        self.bytes.copy_within(self.start + consumed.0..self.end, 0);
        self.end -= self.start + consumed.0;
        self.start = 0;
    }
}
