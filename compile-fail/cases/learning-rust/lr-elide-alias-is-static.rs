// An alias is not text that is put in: `AnyShape` was settled as `dyn Shape + 'static` where it
// was defined, and the `&` before it comes too late. What `&dyn Shape` holds need not last.

trait Shape {}

type AnyShape = dyn Shape;

fn area(_: &AnyShape) -> u32 {
    0
}

fn print(shape: &dyn Shape) {
    println!("{}", area(shape));
}

fn main() {}
