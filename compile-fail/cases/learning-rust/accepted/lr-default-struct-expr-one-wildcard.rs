// With one wildcard a parameter is given. So `B` is left out, and `String`: it is a string's
// `default` that is called.
#![allow(dead_code)]

struct Pair<A, B = String> {
    left: A,
    right: B,
}

fn main() {
    let _pair = Pair::<_> {
        left: 1,
        right: Default::default(),
    };
}
