// In an impl header every lifetime counts for the default, and the trait has a bound on both
// of these. The box's `'static` is not asked for.

trait TiedTwice<'a, 'b>: 'a + 'b {}

struct Holder<T>(T);

impl<'a, 'b> Holder<Box<dyn TiedTwice<'a, 'b>>> {}

fn main() {}
