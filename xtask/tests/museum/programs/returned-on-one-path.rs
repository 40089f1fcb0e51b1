// E0499 lr-nll3-own-data
pub struct Joiner {
    begun: Option<Vec<u8>>,
}

impl Joiner {
    pub fn begun(&mut self) -> &mut Vec<u8> {
        if let Some(begun) = &mut self.begun {
            return begun;
        }
        self.begun.get_or_insert_with(Vec::new)
    }
}
