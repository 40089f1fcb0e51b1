// `'_` does not turn to the reference's `'r` either, nor to what comes in. In a function body
// the trait's bound is stronger than the wildcard.

trait Tied<'a>: 'a {}

fn keep<'r, 'a>(tied: &'r (dyn Tied<'a> + 'static)) {
    let kept: &'r (dyn Tied<'a> + '_) = tied;
    let _: &'r (dyn Tied<'a> + 'static) = kept;
}

fn main() {}
