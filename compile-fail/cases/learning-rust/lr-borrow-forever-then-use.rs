// `'a` is a part of the page's type, so it lasts wherever the page is used, and so does the
// exclusive loan for `'a`. Whatever comes after the call comes too early.

struct Page<'a> {
    text: &'a str,
}

fn freeze<'a>(page: &'a mut Page<'a>) {
    page.text = "frozen";
}

fn main() {
    let mut page = Page { text: "lifetimes" };
    freeze(&mut page);
    println!("{}", page.text);
}
