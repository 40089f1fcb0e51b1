// This trait has the lifetime but no longer the bound. So the pair is asked for the object's
// default, and it offers two.

trait Tied<'a> {}

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

fn show<'a: 'b, 'b>(_: Pair<'a, 'b, dyn Tied<'a>>) {}

fn main() {}
