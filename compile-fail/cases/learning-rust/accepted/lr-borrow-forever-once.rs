// `&'a mut Page<'a>` borrows the page for as long as it is good for anything. That can be
// done, as the last thing that is ever done to it.

struct Page<'a> {
    text: &'a str,
}

fn freeze<'a>(page: &'a mut Page<'a>) {
    println!("{}", page.text);
}

fn main() {
    let mut page = Page { text: "lifetimes" };
    freeze(&mut page);
}
