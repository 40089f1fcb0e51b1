// The receiver's loan has a lifetime of its own, and lasts for the call.

struct Page<'a> {
    text: &'a str,
}

impl<'a> Page<'a> {
    fn text(&mut self) -> &'a str {
        self.text
    }
}

fn main() {
    let mut page = Page { text: "lifetimes" };
    page.text();
    page.text();
}
