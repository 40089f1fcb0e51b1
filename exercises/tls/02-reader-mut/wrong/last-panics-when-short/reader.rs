impl<'a> ReaderMut<'a> {
    pub fn take_last(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let start = self.left() - length;
        self.buffer.split_off_mut(start..)
    }
}
