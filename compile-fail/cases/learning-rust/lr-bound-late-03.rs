// With a name for the reference the object takes that: `dyn Tied + 'r`. An object outlives its
// trait's parameter, so `'r` would have to be all of `'a`.

trait Tied<'a>: 'a {}

fn take<'r>(_: &'r dyn Tied) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
