// The document's mistake: it quotes what the compiler says when `next` has no annotation.
// With `+ 'm` written there it is the annotation that asks for `'m`, and that gets the error.

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
        let next: Box<dyn State + 'm> = match message {
            Message::Certificate(certificate) => Box::new(HasCertificate { certificate }),
            Message::Finished => self,
        };
        next
    }
}

fn main() {}
