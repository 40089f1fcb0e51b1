// The reference would have a lifetime to offer. But the trait's bounds come first, they are
// two, and they stay ambiguous.

trait TiedTwice<'a, 'b>: 'a + 'b {}

struct Holder<T>(T);

impl<'r, 'a, 'b> Holder<&'r dyn TiedTwice<'a, 'b>> {}

fn main() {}
