// Refused since Rust 1.81: `'_` in an associated constant has always meant `'static`, and looked
// as if it might mean the `'a` of the impl. The lint that says so is denied by default.

trait Tied<'a>: 'a {}

struct Drawing<'a>(&'a str);

impl<'a> Drawing<'a> {
    const NOTHING: Option<Box<dyn Tied<'_>>> = None;
}

fn main() {
    let drawing = Drawing("a house");
    println!("{} {}", drawing.0, Drawing::NOTHING.is_none());
}
