// Here the bytes lie in the struct itself, and moving it would move them from under the slice.
// The compiler does not come to that: the field's name is no lifetime.
struct Parser {
    text: [u8; 9],
    token: &'text [u8],
}

fn main() {
    let parser = Parser {
        text: *b"let it be",
        token: &[],
    };
    println!("{:?} {:?}", parser.text, parser.token);
}
