// With the last use of the title its loan is over, and the page can be looked at again.

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
    println!("{title}");
    let length = page.length();
    println!("{length}");
}
