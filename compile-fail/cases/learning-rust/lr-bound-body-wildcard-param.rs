// `'_` leaves the trait's parameter to be inferred, and it can only be `'a`. The object is not
// asked: it takes the trait's bound, and has that same lifetime.

trait Tied<'a>: 'a {}

fn keep<'a, 'long: 'a>(tied: Box<dyn Tied<'a> + 'long>) {
    let kept: Box<dyn Tied<'_>> = tied;
    let _: Box<dyn Tied<'a> + 'long> = kept;
}

fn main() {}
