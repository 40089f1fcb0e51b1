// A field of type `Box<dyn State>` has a lifetime after all: left out, it is `'static`. So
// a state that borrows for `'a` does not fit.

trait State {}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl State for HasCertificate<'_> {}

struct Connection {
    state: Box<dyn State>,
}

fn connect<'a>(certificate: &'a [u8]) -> Connection {
    Connection {
        state: Box::new(HasCertificate { certificate }),
    }
}

fn main() {}
