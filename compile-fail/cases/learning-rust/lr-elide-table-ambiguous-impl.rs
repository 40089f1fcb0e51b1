// Every `'_` in an impl header is a new lifetime, but `dyn Shape` asks the struct for its
// default. The struct offers two.

trait Shape {}

trait Area {}

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

impl Area for Pair<'_, '_, dyn Shape> {}

fn main() {}
