impl MessageDeframer {
    pub fn discard(&mut self, consumed: Consumed) {
        assert_eq!(consumed.0, self.popped, "not what was popped");
        self.popped = 0;
        self.start += consumed.0;
        // Fewer bytes are moved than have been discarded since the last time.
        if 2 * self.start >= self.end {
            self.bytes.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
        }
    }

    fn make_room(&mut self) -> io::Result<()> {
        if self.end < self.bytes.len() {
            return Ok(());
        }
        if self.bytes.len() == MAX_BUFFER {
            return Err(io::Error::new(io::ErrorKind::OutOfMemory, "nobody pops"));
        }
        let length = (2 * self.bytes.len()).clamp(MIN_BUFFER, MAX_BUFFER);
        self.bytes.resize(length, 0);
        Ok(())
    }
}
