// The shape has to outlive both lifetimes of the pair, and `'a` is only one of them: nothing
// says that it outlives `'b`.

trait Shape {}

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

fn nothing<'a, 'b>() {
    let _: Option<Pair<'a, 'b, dyn Shape + 'a>> = None;
}

fn main() {}
