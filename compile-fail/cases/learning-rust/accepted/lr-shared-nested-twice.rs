// With `&'a self` a second call is fine: shared loans get along, and as a shared reference is
// covariant, the page's own `'a` shrinks to what a call needs.

struct Page<'a> {
    text: &'a str,
}

impl<'a> Page<'a> {
    fn text(&'a self) -> &'a str {
        self.text
    }
}

fn main() {
    let page = Page { text: "lifetimes" };
    let first = page.text();
    let second = page.text();
    println!("{first} {second}");
}
