// `impl Answer` is `impl Answer<String>`: in a header, too, a missing type is the default, and
// never any type at all. An answer that is a number has no such method.

enum Answer<T = String> {
    Known(T),
    Unknown,
}

impl Answer {
    fn is_known(&self) -> bool {
        matches!(self, Answer::Known(_))
    }
}

fn main() {
    Answer::Known(7).is_known();
}
