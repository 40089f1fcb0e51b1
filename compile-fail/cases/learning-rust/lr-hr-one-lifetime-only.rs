// A reference implements the trait for one lifetime, its own. That this one is `'static` makes
// it long, not general: the trait object asks for every lifetime.

trait Look<'a> {}

impl<'a> Look<'a> for &'a u8 {}

fn erase(value: &'static u8) -> Box<dyn for<'any> Look<'any>> {
    Box::new(value)
}

fn main() {}
