// With the lint allowed the default works as it does elsewhere: one parameter is given, so the
// other one is what the declaration says.
#![allow(invalid_type_param_default)]

fn make<A: Default, B: Default = String>() -> (A, B) {
    (A::default(), B::default())
}

fn main() {
    make::<u8>();
}
