// `dyn` makes the trait's name a type, the trait object. In angle brackets it leads to that
// type's inherent functions, in every edition.

trait Shape {}

impl dyn Shape {
    fn unit() {}
}

fn main() {
    <dyn Shape>::unit();
}
