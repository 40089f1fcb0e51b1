impl MessageDeframer {
    fn make_room(&mut self) -> io::Result<()> {
        if self.end < self.bytes.len() {
            return Ok(());
        }
        let unread = self.end - self.start;
        if self.start > 0 && self.start >= unread {
            self.bytes.copy_within(self.start..self.end, 0);
            self.start = 0;
            self.end = unread;
        } else {
            let length = (2 * self.bytes.len()).max(MIN_BUFFER);
            self.bytes.resize(length, 0);
        }
        Ok(())
    }
}
