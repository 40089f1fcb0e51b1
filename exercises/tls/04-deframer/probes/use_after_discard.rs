use deframer::{MessageDeframer, Plaintext};

fn main() {
    let mut deframer = MessageDeframer::new();
    let mut borrowed = deframer.borrow();
    let record = borrowed.pop(&mut Plaintext);
    let consumed = borrowed.done();
    deframer.discard(consumed);
    println!("{record:?}");
}
