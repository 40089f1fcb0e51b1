// A move would take the page away from under its loan, and that never ends. It stays where it
// is until its scope does.

struct Page<'a> {
    text: &'a str,
}

fn freeze<'a>(page: &'a mut Page<'a>) {
    page.text = "frozen";
}

fn main() {
    let mut page = Page { text: "lifetimes" };
    freeze(&mut page);
    let moved = page;
    println!("{}", moved.text);
}
