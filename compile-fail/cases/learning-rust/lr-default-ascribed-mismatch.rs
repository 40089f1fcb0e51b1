// Left out of an annotation, a parameter is exactly its default. Nothing is inferred, so the
// number in the value does not make this an `Answer<i32>`.

enum Answer<T = String> {
    Known(T),
    Unknown,
}

fn main() {
    let answer: Answer = Answer::Known(7);
}
