// The shape has to outlive both lifetimes of the pair. `'b` will not do either: it need not
// outlive `'a`.

trait Shape {}

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

fn nothing<'a, 'b>() {
    let _: Option<Pair<'a, 'b, dyn Shape + 'b>> = None;
}

fn main() {}
