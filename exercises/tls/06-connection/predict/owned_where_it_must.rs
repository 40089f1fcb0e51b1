#![allow(dead_code)]

enum Payload<'m> {
    Borrowed(&'m [u8]),
    Owned(Vec<u8>),
}

impl<'m> Payload<'m> {
    fn into_owned(self) -> Payload<'static> {
        match self {
            Payload::Borrowed(bytes) => Payload::Owned(bytes.to_vec()),
            Payload::Owned(bytes) => Payload::Owned(bytes),
        }
    }
}

fn keep<'m>(payload: Payload<'m>) -> Payload<'static> {
    match payload {
        Payload::Owned(_) => payload,
        Payload::Borrowed(_) => payload.into_owned(),
    }
}

fn main() {
    keep(Payload::Borrowed(&[11]));
}
