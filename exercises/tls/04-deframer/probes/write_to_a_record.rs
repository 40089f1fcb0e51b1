use deframer::{BorrowedMessageDeframer, Plaintext};

fn main() {
    let mut bytes = [23, 3, 3, 0, 1, 42];
    let mut borrowed = BorrowedMessageDeframer::new(&mut bytes);
    if let Ok(Some(record)) = borrowed.pop(&mut Plaintext) {
        record.payload[0] = 0;
    }
}
