// The same with all names written out. Of `'text` it is not known that it lasts for `'a`, a
// lifetime which has nothing to do with this function.

struct Label<'a> {
    text: &'a str,
}

impl<'a> Label<'a> {
    fn new<'text>(text: &'text str) -> Label<'a> {
        Label { text }
    }
}

fn main() {}
