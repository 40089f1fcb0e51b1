#[derive(Debug, Default)]
pub struct ReaderMut<'a> {
    buffer: Option<&'a mut [u8]>,
    used: usize,
}

impl<'a> ReaderMut<'a> {
    pub fn new(buffer: &'a mut [u8]) -> Self {
        Self {
            buffer: Some(buffer),
            used: 0,
        }
    }

    pub fn take(&mut self, length: usize) -> Option<&'a mut [u8]> {
        if self.left() < length {
            return None;
        }
        let (taken, rest) = self.buffer.take()?.split_at_mut(length);
        self.buffer = Some(rest);
        self.used += length;
        Some(taken)
    }

    pub fn take_last(&mut self, length: usize) -> Option<&'a mut [u8]> {
        let start = self.left().checked_sub(length)?;
        let (rest, taken) = self.buffer.take()?.split_at_mut(start);
        self.buffer = Some(rest);
        Some(taken)
    }

    pub fn unread(&self) -> &[u8] {
        self.buffer.as_deref().unwrap_or_default()
    }

    pub fn left(&self) -> usize {
        self.unread().len()
    }
}
