// Behind the trait object each state converts itself: it takes its payload out of the box,
// makes it owned, and builds a new state around it that borrows nothing.
#![allow(dead_code)]

trait State {
    fn into_owned(self: Box<Self>) -> Box<dyn State + 'static>;
}

enum PayloadU8<'a> {
    Borrowed(&'a [u8]),
    Owned(Vec<u8>),
}

impl PayloadU8<'_> {
    fn into_owned(self) -> PayloadU8<'static> {
        PayloadU8::Owned(match self {
            PayloadU8::Borrowed(bytes) => bytes.to_vec(),
            PayloadU8::Owned(bytes) => bytes,
        })
    }
}

struct HasCertificate<'a> {
    certificate: PayloadU8<'a>,
}

impl State for HasCertificate<'_> {
    fn into_owned(self: Box<Self>) -> Box<dyn State + 'static> {
        Box::new(HasCertificate {
            certificate: self.certificate.into_owned(),
        })
    }
}

fn main() {}
