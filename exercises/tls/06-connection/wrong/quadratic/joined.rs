impl Joined {
    fn fill<'m>(&mut self, length: usize, fragment: &'m [u8]) -> &'m [u8] {
        let missing = length.saturating_sub(self.bytes.len());
        let (taken, rest) = fragment.split_at(missing.min(fragment.len()));
        self.bytes = [&self.bytes, taken].concat();
        rest
    }
}
