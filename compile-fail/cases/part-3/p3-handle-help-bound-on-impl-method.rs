// The document's mistake: the help's bound `'a: 'm` cannot be put on this one impl. A bound
// makes `'m` an early-bound parameter, and the trait's method has none.

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>;
}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl<'a> State for HasCertificate<'a> {
    fn handle<'m>(self: Box<Self>, _message: &'m [u8]) -> Box<dyn State + 'm>
    where
        'a: 'm,
    {
        self
    }
}

fn main() {}
