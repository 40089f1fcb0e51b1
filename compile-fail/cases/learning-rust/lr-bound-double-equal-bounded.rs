// Each lifetime outlives the other, so they are equal. They have two names all the same, and to
// the rule that makes two defaults.

trait TiedTwice<'a, 'b>: 'a + 'b {}

fn keep<'a: 'b, 'b: 'a>(_: Box<dyn TiedTwice<'a, 'b>>) {}

fn main() {}
