// A trait object's own lifetime may shrink, the parameter of its trait may not: a method
// could take it as well as give it, so the compiler lets it go neither way.

trait State<'a> {
    fn handle(self: Box<Self>, message: &'a [u8]) -> Box<dyn State<'a> + 'a>;
}

fn shorten<'m>(state: Box<dyn State<'static>>) -> Box<dyn State<'m>> {
    state
}

fn main() {}
