// A `Cell` is invariant, so `'a` cannot shrink to the length of a call: the page is lent for
// as long as it is used. The loan is a shared one, and rules out any exclusive one.

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
    let mut page = Page {
        text: String::from("lifetimes"),
        marked: Cell::new(""),
    };
    page.mark();
    let exclusive = &mut page;
    exclusive.text.clear();
}
