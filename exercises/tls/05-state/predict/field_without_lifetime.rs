#![allow(dead_code)]

trait State {}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl State for HasCertificate<'_> {}

struct Connection {
    state: Box<dyn State>,
}

fn connect<'a>(certificate: &'a [u8]) -> Connection {
    let state = Box::new(HasCertificate { certificate });
    Connection { state }
}

fn main() {}
