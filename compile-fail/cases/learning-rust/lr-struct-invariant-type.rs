// What a struct's lifetimes may do follows from its fields. Behind an exclusive reference `T`
// is invariant, and a struct around the reference makes no difference.

struct Lent<'a, T>(&'a mut T);

fn shorten<'short>(lent: Lent<'short, &'static str>) -> Lent<'short, &'short str> {
    lent
}

fn main() {}
