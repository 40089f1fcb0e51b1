// In an expression `<` is a comparison at first sight, and that is how the parser reads it.
// A list of parameters is told apart by the `::` in front.

fn main() {
    let words = Vec<String>::new();
}
