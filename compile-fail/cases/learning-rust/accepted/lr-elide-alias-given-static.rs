// The alias stands for `dyn Shape + 'static`, and here the caller says that it has just that.
#![allow(dead_code)]

trait Shape {}

type AnyShape = dyn Shape;

fn area(_: &AnyShape) -> u32 {
    0
}

fn print(shape: &(dyn Shape + 'static)) {
    println!("{}", area(shape));
}

fn main() {}
