// Moved, the page would leave its own reference behind. The shared loan that never ends pins
// it to its place.

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
    let moved = page;
    println!("{}", moved.text);
}
