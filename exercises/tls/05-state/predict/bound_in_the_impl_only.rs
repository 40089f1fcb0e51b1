#![allow(dead_code)]

trait State {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>;
}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl<'a> State for HasCertificate<'a> {
    fn handle<'m>(self: Box<Self>, message: &'m [u8]) -> Box<dyn State + 'm>
    where
        'a: 'm,
    {
        match message {
            [11, certificate @ ..] => Box::new(HasCertificate { certificate }),
            _ => self,
        }
    }
}

fn main() {}
