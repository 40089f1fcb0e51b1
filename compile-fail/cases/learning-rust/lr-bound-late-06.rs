// Both wildcards are new lifetimes, and late-bound. The object's own is not among them: it is the
// reference's, and by the trait's bound has to reach `'a`.

trait Tied<'a>: 'a {}

fn take(_: &'_ dyn Tied<'_>) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
