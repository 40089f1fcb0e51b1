impl<'a> ReaderMut<'a> {
    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let (taken, rest) = self.buffer.split_at_mut(length);
        let (taken, rest) =
            unsafe { core::mem::transmute::<(&mut [u8], &mut [u8]), (_, _)>((taken, rest)) };
        self.buffer = rest;
        self.used += length;
        Some(taken)
    }
}
