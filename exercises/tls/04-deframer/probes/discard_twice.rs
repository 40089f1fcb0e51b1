use deframer::MessageDeframer;

fn main() {
    let mut deframer = MessageDeframer::new();
    let consumed = deframer.borrow().done();
    deframer.discard(consumed);
    deframer.discard(consumed);
}
