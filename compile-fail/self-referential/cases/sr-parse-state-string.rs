// A lifetime is a parameter or `'static`. No field has one that another field could name, not
// even where the text lies on the heap and stays there when the struct is moved.
struct Parser {
    text: String,
    token: &'text str,
}

fn main() {
    let parser = Parser {
        text: String::from("let it be"),
        token: "",
    };
    println!("{} {}", parser.text, parser.token);
}
