// Refused since Rust 1.81: the lint that objects to a reference without a name in an associated
// constant is denied by default. It fires where the header has lifetimes that could be meant.

trait Shape {}

struct Drawing<'a>(&'a str);

impl<'a> Drawing<'a> {
    const FRAME: Option<&dyn Shape> = None;
}

fn main() {
    let drawing = Drawing("a house");
    println!("{} {}", drawing.0, Drawing::FRAME.is_some());
}
