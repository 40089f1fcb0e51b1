// Returned straight from the arms, the error sits on the very one that gives the old state
// back: it borrows for `'a`, and nothing says that `'a` outlives `'m`.

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
        match message {
            Message::Certificate(certificate) => return Box::new(HasCertificate { certificate }),
            Message::Finished => return self,
        }
    }
}

fn main() {}
