impl<'a> Reader<'a> {
    pub fn rest(&mut self) -> &'a [u8] {
        &self.buffer[self.cursor..]
    }
}
