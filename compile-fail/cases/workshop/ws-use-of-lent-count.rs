// The count is lent exclusively to `messages` until their last use. In between nobody else may
// look at it, not even to copy the number out.

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
    println!("{:?}", &input[used..]);
    messages.pop();
}
