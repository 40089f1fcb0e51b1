// `&'a mut self` with the `'a` of the impl is `&'a mut Page<'a>`: the first call borrows the
// page exclusively for the rest of its days.

struct Page<'a> {
    text: &'a str,
}

impl<'a> Page<'a> {
    fn text(&'a mut self) -> &'a str {
        self.text
    }
}

fn main() {
    let mut page = Page { text: "lifetimes" };
    page.text();
    page.text();
}
