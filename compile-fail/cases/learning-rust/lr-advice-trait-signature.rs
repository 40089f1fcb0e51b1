// For `Self` the text has to be good for `'a`, and so a help would have it in the signature.
// But the trait promises to parse any text, and an impl may not ask for more.

trait Parse {
    fn parse(text: &str) -> Self;
}

struct Label<'a> {
    text: &'a str,
}

impl<'a> Parse for Label<'a> {
    fn parse(text: &'a str) -> Self {
        Label { text }
    }
}

fn main() {}
