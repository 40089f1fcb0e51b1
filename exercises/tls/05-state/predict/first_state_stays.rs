#![allow(dead_code)]

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>;
}

struct Initial;

impl State for Initial {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm> {
        match message {
            [11, certificate @ ..] => Box::new(HasCertificate { certificate }),
            _ => self,
        }
    }
}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl State for HasCertificate<'_> {
    fn handle<'m>(self: Box<Self>, _message: &'m [u8]) -> Box<dyn State + 'm> {
        Box::new(Initial)
    }
}

fn main() {}
