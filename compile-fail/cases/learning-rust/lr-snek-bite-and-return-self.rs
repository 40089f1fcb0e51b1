// `marked` holds a shared loan of the text for `'a`, and the result would be an exclusive one
// of all of the page for the same `'a`.

struct Page<'a> {
    text: String,
    marked: &'a str,
}

impl<'a> Page<'a> {
    fn mark(&'a mut self) -> &'a mut Self {
        self.marked = &self.text;
        self
    }
}

fn main() {}
