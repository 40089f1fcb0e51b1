// Inside a function body `Box<dyn State>` without a lifetime is not `'static`: there it is
// inferred, and here it comes out as `'m`.
#![allow(dead_code)]

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

impl State for HasCertificate<'_> {
    fn handle<'m>(self: Box<Self>, _message: Message<'m>) -> Box<dyn State + 'm> {
        Box::new(InitialState)
    }
}

struct InitialState;

impl State for InitialState {
    fn handle<'m>(self: Box<Self>, message: Message<'m>) -> Box<dyn State + 'm> {
        let next: Box<dyn State> = match message {
            Message::Certificate(certificate) => Box::new(HasCertificate { certificate }),
            Message::Finished => self,
        };
        next
    }
}

fn main() {}
