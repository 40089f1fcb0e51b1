// The text was there before the page, and outlives it. `&self` without the `'a` borrows the
// page for the call alone.
#![allow(dead_code)]

struct Page<'a> {
    text: &'a str,
}

impl<'a> Page<'a> {
    fn text(&self) -> &'a str {
        self.text
    }
}

fn print_last(texts: &[&str]) {
    let mut last = "";
    for text in texts {
        let page = Page { text };
        last = page.text();
    }
    println!("{last}");
}

fn main() {}
