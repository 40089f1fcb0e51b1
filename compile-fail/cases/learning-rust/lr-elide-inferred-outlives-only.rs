// The field makes the compiler infer `T: 'a`, but the default looks at what is written. So
// `View<'_, dyn Shape>` is about a `'static` shape, and of this one only `'a` is known.

trait Shape {}

struct View<'a, T: ?Sized>(&'a T);

fn area(_: View<'_, dyn Shape>) -> u32 {
    0
}

fn print<'a>(shape: View<'a, dyn Shape + 'a>) {
    println!("{}", area(shape));
}

fn main() {}
