// The struct can be declared like this, and filled with a literal. A slice of its own text is not
// `'static`, and is lent out while the text moves into the struct.
struct Parser {
    text: String,
    token: &'static str,
}

fn parser(text: String) -> Parser {
    let token = &text[..3];
    Parser { text, token }
}

fn main() {
    let parser = parser(String::from("let it be"));
    println!("{} {}", parser.text, parser.token);
}
