// The same mistake, harder to see: elision ties the result to `&self` again, and the page is
// needed for as long as its text.

struct Page<'a> {
    text: &'a str,
}

impl Page<'_> {
    fn text(&self) -> &str {
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
