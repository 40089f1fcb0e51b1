// A lifetime that is named counts as little as a wildcard. No type is given, so `T` is
// inferred, and not `String`.

enum Answer<'a, T = String> {
    Known(&'a T),
    Unknown,
}

fn main() {
    Answer::<'static>::Unknown;
}
