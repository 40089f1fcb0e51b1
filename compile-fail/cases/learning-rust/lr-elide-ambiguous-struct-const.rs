// `T` outlives both `'a` and `'b`, so the struct offers two defaults for a trait object. That
// both are `'static` here does not matter: the compiler does not choose.

trait Shape {}

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

const NOTHING: Option<Pair<'static, 'static, dyn Shape>> = None;

fn main() {}
