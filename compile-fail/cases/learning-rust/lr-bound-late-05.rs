// `Tied<'_>` shows that there is a parameter. That is all it does: one without a name is
// late-bound, and the object takes the reference's lifetime instead.

trait Tied<'a>: 'a {}

fn take(_: &dyn Tied<'_>) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
