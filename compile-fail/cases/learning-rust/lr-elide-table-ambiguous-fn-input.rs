// In a function's signature a trait object takes its default from what is around it. A pair
// has two lifetimes that `T` outlives, and neither comes first.

trait Shape {}

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

fn area(_: Pair<'_, '_, dyn Shape>) -> u32 {
    0
}

fn main() {}
