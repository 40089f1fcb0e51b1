// `'a: 'a` is always true, but it makes `'a` early-bound, and then the trait's bound supplies
// the default in the signature. The box is `dyn Tied<'a> + 'a`, and no longer `'static`.

trait Tied<'a>: 'a {}

fn keep<'a: 'a>(tied: Box<dyn Tied<'a>>) {
    let _: Box<dyn Tied<'a> + 'static> = tied;
}

fn main() {}
