// In a function body `dyn Tied<'a>` is `dyn Tied<'a> + 'a`: the trait's bound is the default,
// and nothing is inferred. So `'long` is forgotten.

trait Tied<'a>: 'a {}

fn keep<'a, 'long: 'a>(tied: Box<dyn Tied<'a> + 'long>) {
    let kept: Box<dyn Tied<'a>> = tied;
    let _: Box<dyn Tied<'a> + 'long> = kept;
}

fn main() {}
