// A box has one type and one size, whichever iterator is in it.
#![allow(dead_code)]

trait Shape {
    fn sides(&self) -> Box<dyn Iterator<Item = u32> + '_>;
}

fn look(_shape: &dyn Shape) {}

fn main() {}
