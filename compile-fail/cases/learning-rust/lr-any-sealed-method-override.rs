// To write the method again is to write its types again, and `private::Seal` can be named only
// inside `shapes`. So nobody else changes what the method does.

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

impl Shape for Square {
    fn sides(&self, _: shapes::private::Seal) -> u32 {
        3
    }
}

fn main() {}
