// A struct can refer to itself: `mark` borrows the page for as long as it is good for
// anything, and puts a part of that loan into it. Nothing can be done with the page then.

struct Page<'a> {
    text: String,
    marked: &'a str,
}

impl<'a> Page<'a> {
    fn mark(&'a mut self) {
        self.marked = &self.text;
        println!("{}", self.marked);
    }
}

fn main() {
    let mut page = Page {
        text: String::from("lifetimes"),
        marked: "",
    };
    page.mark();
}
