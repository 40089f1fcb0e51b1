// `'static` is the longest lifetime, and still just one. A parameter of a trait is invariant:
// from an impl for the longest nothing follows for the others.

trait Look<'a> {}

impl Look<'static> for u8 {}

fn erase(value: u8) -> Box<dyn for<'any> Look<'any>> {
    Box::new(value)
}

fn main() {}
