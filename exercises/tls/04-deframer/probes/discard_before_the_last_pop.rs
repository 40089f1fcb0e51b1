use deframer::{BorrowedMessageDeframer, MessageDeframer, Plaintext};

fn main() {
    let consumed = BorrowedMessageDeframer::new(&mut []).done();
    let mut deframer = MessageDeframer::new();
    let mut borrowed = deframer.borrow();
    deframer.discard(consumed);
    println!("{:?}", borrowed.pop(&mut Plaintext));
}
