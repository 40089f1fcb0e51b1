// The loan of the page has to outlive the `'a` in its type, which lasts as long as the page is
// used. This is `&'a mut Page<'a>` in disguise.

struct Page<'a> {
    text: &'a mut str,
}

impl<'a> Page<'a> {
    fn text<'s: 'a>(&'s mut self) -> &'a mut str {
        self.text
    }
}

fn main() {
    let mut text = String::from("lifetimes");
    let mut page = Page { text: &mut text };
    page.text();
    page.text();
}
