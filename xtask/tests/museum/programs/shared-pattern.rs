// E0594 ws-assign-through-shared-pattern
pub struct Borrowed<'a> {
    popped: Option<&'a mut usize>,
}

impl Borrowed<'_> {
    pub fn count(&mut self, length: usize) {
        if let Some(p) = &self.popped {
            **p += length
        }
    }
}
