// To cover every type the header has to declare a parameter and hand it on.
#![allow(dead_code)]

enum Answer<T = String> {
    Known(T),
    Unknown,
}

impl<T> Answer<T> {
    fn is_known(&self) -> bool {
        matches!(self, Answer::Known(_))
    }
}

fn main() {
    Answer::Known(7).is_known();
}
