// `'r` is early-bound, but it is not the lifetime that the trait's bound is about. That is the
// wildcard, late-bound, so the object falls back to `'r`.

trait Tied<'a>: 'a {}

fn take<'r: 'r>(_: &'r dyn Tied<'_>) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
