// A move leaves nothing behind for `shared` to refer to. Every use of a value is checked
// against its loans, moves as well as borrows.

fn main() {
    let text = String::from("borrow");
    let shared = &text;
    drop(text);
    println!("{shared}");
}
