// A state for every message lifetime is what should be stored. A borrowing state is one for
// its own `'a` only; and it holds a borrow, which the field's hidden `'static` rules out.

trait State<'a> {
    fn handle(self: Box<Self>, message: &'a [u8]) -> Box<dyn State<'a> + 'a>;
}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl<'a> State<'a> for HasCertificate<'a> {
    fn handle(self: Box<Self>, _message: &'a [u8]) -> Box<dyn State<'a> + 'a> {
        self
    }
}

struct Connection {
    state: Box<dyn for<'m> State<'m>>,
}

fn connect<'a>(certificate: &'a [u8]) -> Connection {
    Connection {
        state: Box::new(HasCertificate { certificate }),
    }
}

fn main() {}
