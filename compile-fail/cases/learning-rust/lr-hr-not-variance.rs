// A lifetime among a trait's parameters is invariant, and does not shrink, not even in a box.
// What looks for `'static` looks for that alone.

trait Look<'a> {}

fn shorten<'w>(one: Box<dyn Look<'static>>) -> Box<dyn Look<'w>> {
    one
}

fn main() {}
