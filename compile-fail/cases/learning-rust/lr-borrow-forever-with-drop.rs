// A destructor is a last use that cannot be left out: it takes the page as `&mut self`, while
// the page is still lent for all of `'a`.

struct Page<'a> {
    text: &'a str,
}

impl Drop for Page<'_> {
    fn drop(&mut self) {
        println!("{}", self.text);
    }
}

fn freeze<'a>(page: &'a mut Page<'a>) {
    page.text = "frozen";
}

fn main() {
    let mut page = Page { text: "lifetimes" };
    freeze(&mut page);
}
