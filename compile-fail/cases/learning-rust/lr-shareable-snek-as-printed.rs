// The document's mistake: its value is not declared `mut`. So two errors about the loan that
// never ends have a third between them, which has nothing to do with it.

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
    let exclusive = &mut page;
    exclusive.text.clear();
    let moved = page;
    println!("{}", moved.text);
}
