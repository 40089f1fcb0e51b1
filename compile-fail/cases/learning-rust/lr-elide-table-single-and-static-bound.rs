// `'static` and one lifetime are two bounds as well. `'static` would satisfy both, but the rule
// counts the bounds and does not compare them.

trait Shape {}

struct View<'a, T: 'a + 'static + ?Sized>(&'a T);

fn area(_: View<'_, dyn Shape>) -> u32 {
    0
}

fn main() {}
