// Angle brackets would get at the default, but what follows them has to be a path. The grammar
// knows no braces there.

struct Wrapper<T = String> {
    value: T,
}

fn main() {
    let wrapper = <Wrapper> {
        value: Default::default(),
    };
}
