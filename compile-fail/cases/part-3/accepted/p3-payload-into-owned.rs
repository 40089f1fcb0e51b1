// A payload that borrows or owns. `into_owned` turns one instance of the type into another:
// `PayloadU8<'static>` holds no borrowed bytes, whatever it was made from.
#![allow(dead_code)]

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

fn main() {}
