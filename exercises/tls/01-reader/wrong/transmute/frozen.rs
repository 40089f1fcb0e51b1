impl<'a> ReaderMut<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let current = self.cursor;
        self.cursor += length;
        let taken = &mut self.buffer[current..current + length];
        Some(unsafe { std::mem::transmute::<&mut [u8], &'a mut [u8]>(taken) })
    }
}
