// The result names both lifetimes of the pair. Which of the two is to hold for the shape in it
// would be a guess.

trait Shape {}

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

fn nothing<'a, 'b>() -> Option<Pair<'a, 'b, dyn Shape>> {
    None
}

fn main() {}
