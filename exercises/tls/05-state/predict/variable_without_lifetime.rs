#![allow(dead_code)]

trait State {}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl State for HasCertificate<'_> {}

fn connect<'a>(certificate: &'a [u8]) -> Box<dyn State + 'a> {
    let state: Box<dyn State> = Box::new(HasCertificate { certificate });
    state
}

fn main() {}
