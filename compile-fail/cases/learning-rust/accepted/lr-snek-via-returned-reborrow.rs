// The loan never ends, but it can be handed back: what `freeze` returns is the one way to the
// page that is left.

struct Page<'a> {
    text: String,
    marked: &'a str,
}

impl<'a> Page<'a> {
    fn freeze(&'a mut self) -> &'a mut Self {
        self
    }
}

fn main() {
    let mut page = Page {
        text: String::from("lifetimes"),
        marked: "life",
    };
    let page = page.freeze();
    page.text.push('!');
    println!("{} {}", page.text, page.marked);
}
