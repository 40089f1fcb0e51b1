use deframer::{MessageDeframer, Plaintext};

fn main() {
    let mut deframer = MessageDeframer::new();
    let mut borrowed = deframer.borrow();
    println!("{:?}", borrowed.done());
    println!("{:?}", borrowed.pop(&mut Plaintext));
}
