// A range points into the text without borrowing it, and stays right when both move. A method
// makes a slice of it when one is needed.
use std::ops::Range;

struct Parser {
    text: String,
    token: Range<usize>,
}

impl Parser {
    fn token(&self) -> &str {
        &self.text[self.token.clone()]
    }
}

fn main() {
    let parser = Parser {
        text: String::from("let it be"),
        token: 0..3,
    };
    println!("{}", parser.token());
}
