// E0596 ws-borrow-without-mut
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(taken)
    }
}

pub fn header(bytes: &[u8]) -> Option<&[u8]> {
    let r = Reader(bytes);
    r.take(5)
}
