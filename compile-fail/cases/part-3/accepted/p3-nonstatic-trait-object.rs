// A state that borrows for `'a` becomes a trait object that says so: the concrete type is
// forgotten, its lifetime is not.
#![allow(dead_code)]

trait State {}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl State for HasCertificate<'_> {}

fn boxed<'a>(certificate: &'a [u8]) -> Box<dyn State + 'a> {
    Box::new(HasCertificate { certificate })
}

fn main() {}
