// Each impl has to repeat the trait's bound. Where it is left out the signatures differ, as
// the bound makes `'m` early-bound; and the body knows nothing of it either.

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>
    where
        Self: 'm;
}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl<'a> State for HasCertificate<'a> {
    fn handle<'m>(self: Box<Self>, _message: &'m [u8]) -> Box<dyn State + 'm> {
        let next: Box<dyn State + 'm> = self;
        next
    }
}

fn main() {}
