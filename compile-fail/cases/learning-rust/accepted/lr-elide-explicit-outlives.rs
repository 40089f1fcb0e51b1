// With `T: 'a` written out the struct is like a reference: a trait object in it defaults to the
// struct's lifetime.
#![allow(dead_code)]

trait Shape {}

struct View<'a, T: 'a + ?Sized>(&'a T);

fn area(_: View<'_, dyn Shape>) -> u32 {
    0
}

fn print<'a>(shape: View<'a, dyn Shape + 'a>) {
    println!("{}", area(shape));
}

fn main() {}
