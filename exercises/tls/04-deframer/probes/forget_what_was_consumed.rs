#![deny(unused_must_use)]

use deframer::MessageDeframer;

fn main() {
    let mut deframer = MessageDeframer::new();
    let borrowed = deframer.borrow();
    borrowed.done();
}
