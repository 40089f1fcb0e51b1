// The bound is on the wrong lifetime: `'r: 'r` makes the reference's early-bound. `'a`, the one
// in the trait's bound, stays late-bound, and the object takes `'r`.

trait Tied<'a>: 'a {}

fn take<'r: 'r, 'a>(_: &'r dyn Tied<'a>) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
