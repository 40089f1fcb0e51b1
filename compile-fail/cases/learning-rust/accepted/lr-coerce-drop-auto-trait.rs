// A box of something that may be sent is taken for a box of which that is not known. The
// vtable stays as it is.
#![allow(dead_code)]

trait Shape {}

fn forget(shape: Box<dyn Shape + Send>) -> Box<dyn Shape> {
    shape
}

fn main() {}
