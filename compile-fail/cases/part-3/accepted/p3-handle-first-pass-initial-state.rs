// A state without references satisfies any `'m`. It may return itself as it is, or move on to
// a state that borrows from the message.
#![allow(dead_code)]

enum Message<'m> {
    Certificate(&'m [u8]),
    Finished,
}

trait State {
    fn handle<'m>(self: Box<Self>, message: Message<'m>) -> Box<dyn State + 'm>;
}

struct InitialState;

impl State for InitialState {
    fn handle<'m>(self: Box<Self>, message: Message<'m>) -> Box<dyn State + 'm> {
        match message {
            Message::Certificate(certificate) => Box::new(HasCertificate { certificate }),
            Message::Finished => self,
        }
    }
}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl State for HasCertificate<'_> {
    fn handle<'m>(self: Box<Self>, _message: Message<'m>) -> Box<dyn State + 'm> {
        Box::new(InitialState)
    }
}

fn main() {}
