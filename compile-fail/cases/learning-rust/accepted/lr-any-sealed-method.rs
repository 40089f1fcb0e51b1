// The method has a parameter whose type only this module can name. Others have the trait, with
// the default body, and cannot write another one.
#![allow(dead_code)]

use shapes::Shape;

mod shapes {
    mod private {
        pub struct Seal;
    }

    pub trait Shape {
        fn sides(&self, _: private::Seal) -> u32 {
            4
        }
    }
}

struct Square;

impl Shape for Square {}

fn main() {}
