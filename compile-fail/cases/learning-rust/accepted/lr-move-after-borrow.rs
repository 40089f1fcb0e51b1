// The loan ends where the text is printed. After that it may be dropped.

fn main() {
    let text = String::from("borrow");
    let shared = &text;
    println!("{shared}");
    drop(text);
}
