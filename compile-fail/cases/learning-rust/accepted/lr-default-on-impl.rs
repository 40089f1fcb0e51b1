// With the lint allowed the header may have a default. It does nothing: `T` is whatever the
// value at hand says.
#![allow(invalid_type_param_default)]

struct Wrapper<T>(T);

impl<T = String> Wrapper<T> {
    fn open(self) -> T {
        self.0
    }
}

fn main() {
    Wrapper(7).open();
}
