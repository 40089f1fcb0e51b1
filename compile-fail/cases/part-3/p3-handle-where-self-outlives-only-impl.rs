// Nor can the bound be on the impl's method alone. It would ask for more than the trait does,
// and callers that only know `dyn State` would never hear of it.

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>;
}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl State for HasCertificate<'_> {
    fn handle<'m>(self: Box<Self>, _message: &'m [u8]) -> Box<dyn State + 'm>
    where
        Self: 'm,
    {
        self
    }
}

fn main() {}
