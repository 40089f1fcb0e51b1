// `mark` has borrowed the page exclusively for as long as it is good for anything. Even a look
// at what is marked is more than that leaves.

struct Page<'a> {
    text: String,
    marked: &'a str,
}

impl<'a> Page<'a> {
    fn mark(&'a mut self) {
        self.marked = &self.text;
    }
}

fn main() {
    let mut page = Page {
        text: String::from("lifetimes"),
        marked: "",
    };
    page.mark();
    println!("{}", page.marked);
}
