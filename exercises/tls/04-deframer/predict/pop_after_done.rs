struct Loan<'a> {
    bytes: &'a mut [u8],
    used: usize,
}

impl<'a> Loan<'a> {
    fn pop(&mut self) -> Option<&'a [u8]> {
        let record = self.bytes.split_off_mut(..3)?;
        self.used += record.len();
        Some(record)
    }

    fn done(self) -> usize {
        self.used
    }
}

fn main() {
    let mut bytes = [0, 0, 0, 1, 1, 1];
    let mut loan = Loan {
        bytes: &mut bytes,
        used: 0,
    };
    loan.pop();
    assert_eq!(loan.done(), 3);
    loan.pop();
}
