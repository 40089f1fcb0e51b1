// A lifetime of the struct stands for data outside of it, which the caller has lent. The text is
// the function's own, and is moved besides.
struct Parser<'a> {
    text: String,
    token: &'a str,
}

fn parser<'a>(text: String) -> Parser<'a> {
    let token = &text[..3];
    Parser { text, token }
}

fn main() {
    let parser = parser(String::from("let it be"));
    println!("{} {}", parser.text, parser.token);
}
