// Elsewhere `'_` is the way out where the struct offers two defaults. An associated type cannot
// have a lifetime without a name, so here it is not.

trait Shape {}

trait Source {
    type Item;
}

struct Drawing<'a, 'b>(&'a str, &'b str);

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

impl<'a, 'b> Source for Drawing<'a, 'b> {
    type Item = Pair<'a, 'b, dyn Shape + '_>;
}

fn main() {}
