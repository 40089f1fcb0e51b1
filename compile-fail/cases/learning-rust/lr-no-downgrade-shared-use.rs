// The title is a shared reference, taken from an exclusive loan of the page. That loan stays
// exclusive while the title is in use: look at what goes in, not at what comes out.

struct Page(String);

impl Page {
    fn title(&mut self) -> &str {
        self.0.truncate(10);
        &self.0
    }

    fn length(&self) -> usize {
        self.0.len()
    }
}

fn main() {
    let mut page = Page(String::from("The Borrow Checker"));
    let title = page.title();
    let length = page.length();
    println!("{title} {length}");
}
