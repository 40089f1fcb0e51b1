// In this impl `Self` stands for `Label<'a>`, with its `'a`. The result would have to live for
// `'a`, and the text has a lifetime of its own.

struct Label<'a> {
    text: &'a str,
}

impl<'a> Label<'a> {
    fn new(text: &str) -> Self {
        Label { text }
    }
}

fn main() {}
