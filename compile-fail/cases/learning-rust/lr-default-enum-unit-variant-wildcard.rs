// The wildcard is the one parameter there is, and asks for inference. None is left out, so
// there is none that could be its default.

enum Answer<T = String> {
    Known(T),
    Unknown,
}

fn main() {
    let answer = Answer::<_>::Unknown;
}
