// E0499 ws-method-while-field-lent
pub struct Deframer {
    bytes: Vec<u8>,
    popped: usize,
}

pub struct Borrowed<'a> {
    pub unread: &'a mut [u8],
    pub popped: Option<&'a mut usize>,
}

impl Deframer {
    fn unread_mut(&mut self) -> &mut [u8] {
        &mut self.bytes[self.popped..]
    }

    pub fn borrow(&mut self) -> Borrowed<'_> {
        let popped = &mut self.popped;
        Borrowed {
            unread: self.unread_mut(),
            popped: Some(popped),
        }
    }
}
