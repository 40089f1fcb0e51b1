// What the methods of a trait do with `'r` the type does not tell: return it or take it in.
// So `dyn Source<'r>` is invariant in `'r`, whatever its methods are.

trait Source<'r> {
    fn next(&self) -> &'r str;
}

fn shorten<'a>(source: Box<dyn Source<'static>>) -> Box<dyn Source<'a>> {
    source
}

fn main() {}
