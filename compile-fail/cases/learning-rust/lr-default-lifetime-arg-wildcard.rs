// Lifetimes do not count: with nothing but a lifetime in the list no type is given, and `T` is
// left to inference.

enum Answer<'a, T = String> {
    Known(&'a T),
    Unknown,
}

fn main() {
    Answer::<'_>::Unknown;
}
