// Behind the last use of `messages` the loan has ended, and the count can be read again.

struct Messages<'m> {
    used: &'m mut usize,
}

impl Messages<'_> {
    fn pop(&mut self) {
        *self.used += 4;
    }
}

fn main() {
    let input = b"\x01\0\0\0\x14\0\0\0";
    let mut used = 0;
    let mut messages = Messages { used: &mut used };
    messages.pop();
    messages.pop();
    println!("{:?}", &input[used..]);
}
