// The path in a struct expression gives no parameter, so `B` is inferred, not `String`. Which
// type's `default` to call is then for `Default::default` to say, and it says nothing.

struct Pair<A, B = String> {
    left: A,
    right: B,
}

fn main() {
    let pair = Pair {
        left: 1,
        right: Default::default(),
    };
}
