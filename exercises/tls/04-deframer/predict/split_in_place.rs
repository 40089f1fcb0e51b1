struct Loan<'a> {
    bytes: &'a mut [u8],
}

impl<'a> Loan<'a> {
    fn pop(&mut self) -> Option<&'a [u8]> {
        let (record, rest) = self.bytes.split_at_mut_checked(3)?;
        self.bytes = rest;
        Some(record)
    }
}

fn main() {
    let mut bytes = [0, 0, 0, 1, 1, 1];
    let mut loan = Loan { bytes: &mut bytes };
    assert_ne!(loan.pop(), loan.pop());
}
