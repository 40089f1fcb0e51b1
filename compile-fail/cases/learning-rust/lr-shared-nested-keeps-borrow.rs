// `&'a self` ties the text to the loan of the page, and each page is gone at the end of its
// turn, while `last` lives on.

struct Page<'a> {
    text: &'a str,
}

impl<'a> Page<'a> {
    fn text(&'a self) -> &'a str {
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
