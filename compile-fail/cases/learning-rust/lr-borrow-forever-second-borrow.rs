// Two exclusive loans, each for the rest of the page's days, cannot both be had, and so the
// function can be called once.

struct Page<'a> {
    text: &'a str,
}

fn freeze<'a>(page: &'a mut Page<'a>) {
    page.text = "frozen";
}

fn main() {
    let mut page = Page { text: "lifetimes" };
    freeze(&mut page);
    freeze(&mut page);
}
