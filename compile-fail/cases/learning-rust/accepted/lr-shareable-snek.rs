// A `Cell` is written through a shared reference, so a shared loan is enough for the page to
// refer to itself. That never ends either, but reading goes on.

use std::cell::Cell;

struct Page<'a> {
    text: String,
    marked: Cell<&'a str>,
}

impl<'a> Page<'a> {
    fn mark(&'a self) {
        self.marked.set(&self.text);
    }
}

fn main() {
    let page = Page {
        text: String::from("lifetimes"),
        marked: Cell::new(""),
    };
    page.mark();
    page.mark();
    println!("{} {}", page.text, page.marked.get());
}
