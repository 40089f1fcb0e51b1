// E0515 ws-slice-of-local-returned
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    pub fn take(&mut self, n: usize) -> Option<&'a [u8]> {
        let copy = self.0.get(..n)?.to_vec();
        self.0 = &self.0[n..];
        Some(&copy[..])
    }
}
