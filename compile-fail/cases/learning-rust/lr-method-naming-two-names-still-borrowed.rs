// A shorter `'short` for the result does not set the page free sooner: `'long` has to outlive
// it, and for `'long` the page is exclusively lent.

struct Page(String);

impl Page {
    fn text<'long: 'short, 'short>(&'long mut self) -> &'short mut str {
        &mut self.0
    }
}

fn main() {
    let mut page = Page(String::from("lifetimes"));
    let first = page.text();
    let second = page.text();
    println!("{first} {second}");
}
