// `'s: 'a` on the receiver, as a help may propose it: the method compiles, and so does a
// first call.

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
}
