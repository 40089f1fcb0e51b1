// The function is the trait's own. So no type is missing: the path means the trait, for an
// implementor that the argument settles.

trait Shape {
    fn corners(&self) -> usize;
}

struct Square;

impl Shape for Square {
    fn corners(&self) -> usize {
        4
    }
}

fn main() {
    Shape::corners(&Square);
}
