// A destructor takes the page exclusively, as `&mut self`, and the shared loan that never ends
// does not allow for that.

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

impl Drop for Page<'_> {
    fn drop(&mut self) {
        println!("{}", self.marked.get());
    }
}

fn main() {
    let page = Page {
        text: String::from("lifetimes"),
        marked: Cell::new(""),
    };
    page.mark();
}
