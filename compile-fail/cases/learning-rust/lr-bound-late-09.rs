// A name alone does not make `'a` early-bound, a bound on it would. Without one the object
// takes the reference's lifetime, and that is too short.

trait Tied<'a>: 'a {}

fn take<'a>(_: &dyn Tied<'a>) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
