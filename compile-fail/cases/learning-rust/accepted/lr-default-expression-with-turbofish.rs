// `::<` cannot be a comparison, so the parser knows what follows.

fn main() {
    let words = Vec::<String>::new();
    println!("{}", words.len());
}
