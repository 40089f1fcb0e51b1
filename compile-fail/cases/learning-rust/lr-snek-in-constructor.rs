// A page that is returned moves out of the function, and with it the text that `marked` refers
// to. One error for the reference to a local, one for the move.

struct Page<'a> {
    text: String,
    marked: &'a str,
}

fn page<'a>() -> Page<'a> {
    let text = String::from("lifetimes");
    let marked = &text;
    Page { marked, text }
}

fn main() {}
