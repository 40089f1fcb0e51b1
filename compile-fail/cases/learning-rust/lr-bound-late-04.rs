// `'r: 'r` makes the reference's lifetime early-bound. That counts only for lifetimes in the
// trait's bound, and `Tied` has a hidden one there: the object takes `'r`, as ever.

trait Tied<'a>: 'a {}

fn take<'r: 'r>(_: &'r dyn Tied) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
