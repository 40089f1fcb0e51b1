// With one name it can be read off: the loan of the page lasts as long as the result is in
// use. While `first` is, the page is not to be had.

struct Page(String);

impl Page {
    fn text<'a>(&'a mut self) -> &'a mut str {
        &mut self.0
    }
}

fn main() {
    let mut page = Page(String::from("lifetimes"));
    let first = page.text();
    let second = page.text();
    println!("{first} {second}");
}
