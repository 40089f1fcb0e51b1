// `'a` has a name and no bound, and `'_` is the reference's lifetime as before. The object
// takes the latter, where with `'a: 'a` it would have the former.

trait Tied<'a>: 'a {}

fn take<'a>(_: &'_ dyn Tied<'a>) {}

fn pass<'a>(tied: &(dyn Tied<'a> + 'a)) {
    take(tied);
}

fn main() {}
