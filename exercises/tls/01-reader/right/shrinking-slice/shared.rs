#[derive(Debug, Clone)]
pub struct Reader<'a> {
    rest: &'a [u8],
    used: usize,
}

impl<'a> Reader<'a> {
    pub fn new(buffer: &'a [u8]) -> Self {
        Self {
            rest: buffer,
            used: 0,
        }
    }

    pub fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        self.used += length;
        Some(taken)
    }

    pub fn rest(&mut self) -> &'a [u8] {
        self.used += self.rest.len();
        std::mem::take(&mut self.rest)
    }

    pub fn left(&self) -> usize {
        self.rest.len()
    }

    pub fn used(&self) -> usize {
        self.used
    }
}
