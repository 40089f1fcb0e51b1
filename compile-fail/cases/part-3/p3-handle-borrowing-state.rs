// The last arm keeps the state, which borrows for `'a`; the signature promises `'m`. The two
// have nothing to do with each other: `'m` could be `'static` and `'a` very short.

enum Message<'m> {
    Certificate(&'m [u8]),
    Finished,
}

trait State {
    fn handle<'m>(self: Box<Self>, message: Message<'m>) -> Box<dyn State + 'm>;
}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl<'a> State for HasCertificate<'a> {
    fn handle<'m>(self: Box<Self>, message: Message<'m>) -> Box<dyn State + 'm> {
        let next: Box<dyn State> = match message {
            Message::Certificate(certificate) => Box::new(HasCertificate { certificate }),
            Message::Finished => self,
        };
        next
    }
}

fn main() {}
