struct Deframer {
    bytes: Vec<u8>,
}

impl Deframer {
    fn borrow(&mut self) -> Loan<'_> {
        Loan {
            bytes: &mut self.bytes,
        }
    }

    fn discard(&mut self, used: usize) {
        self.bytes.drain(..used);
    }
}

struct Loan<'a> {
    bytes: &'a mut [u8],
}

impl Loan<'_> {
    fn done(self) -> usize {
        self.bytes.len()
    }
}

fn main() {
    let mut deframer = Deframer {
        bytes: vec![0, 0, 0],
    };
    let loan = deframer.borrow();
    deframer.discard(loan.done());
}
