// The result borrows from the page, although no lifetime is to be seen in the signature: that
// is what was elided.

struct Page(String);

impl Page {
    fn text(&mut self) -> &mut str {
        &mut self.0
    }
}

fn main() {
    let mut page = Page(String::from("lifetimes"));
    let first = page.text();
    let second = page.text();
    println!("{first} {second}");
}
