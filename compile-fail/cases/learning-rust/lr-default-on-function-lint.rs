// Types, traits and aliases may have defaulted parameters, functions may not. What it should
// mean was never settled, so a lint that denies by default stands in the way.

fn make<A: Default, B: Default = String>() -> (A, B) {
    (A::default(), B::default())
}

fn main() {
    make::<u8>();
}
