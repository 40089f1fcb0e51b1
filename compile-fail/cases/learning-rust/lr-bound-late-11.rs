// Both lifetimes are named, neither has a bound, and the object takes the nearer one: `'r`. The
// trait demands that it outlives `'a`, and `'a` outlives the reference: so they are equal.

trait Tied<'a>: 'a {}

fn take<'r, 'a>(_: &'r dyn Tied<'a>) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
