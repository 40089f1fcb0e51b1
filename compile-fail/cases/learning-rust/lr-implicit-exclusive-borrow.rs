// There is no `&mut` to be seen: `push_str` has a receiver of type `&mut self`, and the call
// borrows for it.

fn main() {
    let mut text = String::from("borrow");
    let shared = &text;
    text.push_str(" checker");
    println!("{shared}");
}
