// Both lifetimes of the pair are named, but the object has none, and its default would come
// from the struct. The struct offers two.

trait Shape {}

trait Source {
    type Item;
}

struct Drawing<'a, 'b>(&'a str, &'b str);

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

impl<'a, 'b> Source for Drawing<'a, 'b> {
    type Item = Pair<'a, 'b, dyn Shape>;
}

fn main() {}
