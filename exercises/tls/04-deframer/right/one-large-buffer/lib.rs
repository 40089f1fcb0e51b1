impl MessageDeframer {
    fn make_room(&mut self) -> io::Result<()> {
        if self.bytes.is_empty() {
            self.bytes = vec![0; MAX_BUFFER];
        }
        if self.end == self.bytes.len() {
            let unread = self.end - self.start;
            if unread > MAX_BUFFER / 2 {
                return Err(io::Error::new(io::ErrorKind::OutOfMemory, "nobody pops"));
            }
            self.bytes.copy_within(self.start..self.end, 0);
            self.start = 0;
            self.end = unread;
        }
        Ok(())
    }
}
