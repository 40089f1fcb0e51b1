// With `+ '_` in the header the impl is for a boxed shape of any lifetime, borrowing or not.
#![allow(dead_code)]

trait Shape {}

trait Area {
    fn area(&self) -> u32;
}

impl Area for Box<dyn Shape + '_> {
    fn area(&self) -> u32 {
        0
    }
}

fn print(shape: Box<dyn Shape + '_>) {
    println!("{}", shape.area());
}

fn main() {}
