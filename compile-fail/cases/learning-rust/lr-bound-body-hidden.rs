// No lifetime is to be seen, and yet two are tied together: the trait's parameter is inferred
// to be `'a`, and by the trait's bound so is the object's lifetime.

trait Tied<'a>: 'a {}

fn keep<'a, 'long: 'a>(tied: Box<dyn Tied<'a> + 'long>) {
    let kept: Box<dyn Tied> = tied;
    let _: Box<dyn Tied<'a> + 'long> = kept;
}

fn main() {}
