// In an impl header, too, `Box<dyn Shape>` is `Box<dyn Shape + 'static>`. This box holds a
// shape that may borrow, so the impl does not cover it.

trait Shape {}

trait Area {
    fn area(&self) -> u32;
}

impl Area for Box<dyn Shape> {
    fn area(&self) -> u32 {
        0
    }
}

fn print(shape: Box<dyn Shape + '_>) {
    println!("{}", shape.area());
}

fn main() {}
