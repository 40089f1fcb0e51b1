// The wildcard in the annotation does not leave the parameter out, it asks for inference. That
// finds nothing, and does not fall back to `String`.

enum Answer<T = String> {
    Known(T),
    Unknown,
}

fn main() {
    let answer: Answer<_> = Answer::Unknown;
}
