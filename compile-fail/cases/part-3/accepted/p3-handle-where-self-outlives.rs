// The bound belongs to the trait's method and says of every implementer: what it holds
// outlives `'m`. Each impl repeats it; a borrowing one may spell it `'a: 'm`.
#![allow(dead_code)]

enum Message<'m> {
    Certificate(&'m [u8]),
    Finished,
}

trait State {
    fn handle<'m>(self: Box<Self>, message: Message<'m>) -> Box<dyn State + 'm>
    where
        Self: 'm;
}

struct InitialState;

impl State for InitialState {
    fn handle<'m>(self: Box<Self>, message: Message<'m>) -> Box<dyn State + 'm>
    where
        Self: 'm,
    {
        match message {
            Message::Certificate(certificate) => Box::new(HasCertificate { certificate }),
            Message::Finished => self,
        }
    }
}

struct HasCertificate<'a> {
    certificate: &'a [u8],
}

impl<'a> State for HasCertificate<'a> {
    fn handle<'m>(self: Box<Self>, message: Message<'m>) -> Box<dyn State + 'm>
    where
        'a: 'm,
    {
        match message {
            Message::Certificate(certificate) => Box::new(HasCertificate { certificate }),
            Message::Finished => self,
        }
    }
}

fn main() {}
