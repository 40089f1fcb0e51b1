// The new string belongs to nobody, and is dropped when the function returns. A reference to
// it cannot be good for a lifetime of the caller's: return the `String`.

fn loud(name: &str) -> &str {
    name.to_uppercase().as_str()
}

fn main() {}
