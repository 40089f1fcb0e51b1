// With its own copy of the bytes the state borrows from nobody, and so it makes a `'static`
// trait object.
#![allow(dead_code)]

trait State {}

enum PayloadU8<'a> {
    Borrowed(&'a [u8]),
    Owned(Vec<u8>),
}

struct HasCertificate<'a> {
    certificate: PayloadU8<'a>,
}

impl State for HasCertificate<'_> {}

fn boxed<'a>(bytes: &'a [u8]) -> Box<dyn State + 'static> {
    let state: HasCertificate<'static> = HasCertificate {
        certificate: PayloadU8::Owned(bytes.to_vec()),
    };
    Box::new(state)
}

fn main() {}
