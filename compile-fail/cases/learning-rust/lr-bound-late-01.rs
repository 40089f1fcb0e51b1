// The trait's parameter is not even shown. It is late-bound, so the object takes the
// reference's lifetime, has to outlive `'a` too, and a short reference is not enough.

trait Tied<'a>: 'a {}

fn take(_: &dyn Tied) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
