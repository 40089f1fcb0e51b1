// Every parameter has a default, and yet the path in an expression leaves it to inference.
// There is no way to ask `Default` for a type that nobody knows.

struct Wrapper<T = String> {
    value: T,
}

fn main() {
    let wrapper = Wrapper {
        value: Default::default(),
    };
}
