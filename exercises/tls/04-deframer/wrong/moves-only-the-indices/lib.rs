impl MessageDeframer {
    fn make_room(&mut self) -> io::Result<()> {
        if self.end < self.bytes.len() {
            return Ok(());
        }
        let unread = self.end - self.start;
        if self.start > 0 && self.start >= unread {
            self.start = 0;
            self.end = unread;
        } else if self.bytes.len() < MAX_BUFFER {
            let length = (2 * self.bytes.len()).clamp(MIN_BUFFER, MAX_BUFFER);
            self.bytes.resize(length, 0);
        } else {
            return Err(io::Error::new(io::ErrorKind::OutOfMemory, "full"));
        }
        Ok(())
    }
}
