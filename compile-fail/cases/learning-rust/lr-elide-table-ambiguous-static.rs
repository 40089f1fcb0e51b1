// A static has `'static` for every reference that names nothing, but the default of a trait
// object comes from the struct around it. This struct offers two.

trait Shape: Sync {}

struct Pair<'a, 'b, T: 'a + 'b + ?Sized>(&'a T, &'b T);

static NOTHING: Option<Pair<'_, '_, dyn Shape>> = None;

fn main() {}
