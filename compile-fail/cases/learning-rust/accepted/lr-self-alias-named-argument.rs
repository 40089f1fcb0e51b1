// If the text is good for the impl's `'a`, then `Self` is what comes out. A caller of
// `Label::new` leaves `'a` to be inferred from the text.
#![allow(dead_code)]

struct Label<'a> {
    text: &'a str,
}

impl<'a> Label<'a> {
    fn new(text: &'a str) -> Self {
        Label { text }
    }
}

fn main() {}
