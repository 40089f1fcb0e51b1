// `marked` and the result are shared reborrows, of which there may be many. So the page has a
// reference to itself inside, and can still be read, through the result.

struct Page<'a> {
    text: String,
    marked: &'a str,
}

impl<'a> Page<'a> {
    fn mark(&'a mut self) -> &'a Self {
        self.marked = &self.text;
        self
    }
}

fn main() {
    let mut page = Page {
        text: String::from("lifetimes"),
        marked: "",
    };
    let page = page.mark();
    println!("{} {}", page.text, page.marked);
}
