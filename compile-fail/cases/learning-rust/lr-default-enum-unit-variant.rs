// `Unknown` holds nothing from which `T` could be inferred. In an expression a missing
// parameter is inferred, and the default in the declaration is not asked.

enum Answer<T = String> {
    Known(T),
    Unknown,
}

fn main() {
    let answer = Answer::Unknown;
}
