//! The error without a code: two lifetimes that need not agree.

pub struct Reader<'a>(&'a mut [u8]);

impl<'a> Reader<'a> {
    pub fn take<'s>(&'s mut self) -> &'a mut [u8] {
        self.0
    }
}
