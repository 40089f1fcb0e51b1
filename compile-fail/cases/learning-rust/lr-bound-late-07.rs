// A named reference, and a wildcard for the trait: the object is `dyn Tied<'_> + 'r`. As the
// reference in `pass` may be shorter than `'a`, no `'r` satisfies the trait's bound.

trait Tied<'a>: 'a {}

fn take<'r>(_: &'r dyn Tied<'_>) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
