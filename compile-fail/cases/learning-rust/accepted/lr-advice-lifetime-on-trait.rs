// One header says both: the text lives for `'a`, and so does the label. The trait has to offer it.
#![allow(dead_code)]

trait Parse<'a> {
    fn parse(text: &'a str) -> Self;
}

struct Label<'a> {
    text: &'a str,
}

impl<'a> Parse<'a> for Label<'a> {
    fn parse(text: &'a str) -> Self {
        Label { text }
    }
}

fn main() {}
