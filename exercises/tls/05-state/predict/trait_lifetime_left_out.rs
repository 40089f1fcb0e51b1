#![allow(dead_code)]

trait State<'m> {
    fn handle(self: Box<Self>, message: &'m [u8]) -> Box<dyn State<'m> + 'm>;
}

struct HasCertificate<'m> {
    certificate: &'m [u8],
}

impl<'m> State<'m> for HasCertificate<'m> {
    fn handle(self: Box<Self>, _message: &'m [u8]) -> Box<dyn State<'m> + 'm> {
        self
    }
}

struct Connection {
    state: Box<dyn State>,
}

fn main() {}
