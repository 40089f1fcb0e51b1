struct Loan<'a> {
    bytes: &'a mut [u8],
    used: usize,
}

impl<'a> Loan<'a> {
    fn pop(&mut self) -> Option<&[u8]> {
        let start = self.used;
        self.used += 3;
        self.bytes.get(start..self.used)
    }
}

fn main() {
    let mut bytes = [0, 0, 0, 1, 1, 1];
    let mut loan = Loan {
        bytes: &mut bytes,
        used: 0,
    };
    let first = loan.pop();
    let second = loan.pop();
    assert_ne!(first, second);
}
