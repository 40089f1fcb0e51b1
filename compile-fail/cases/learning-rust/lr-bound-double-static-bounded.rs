// Both lifetimes can only be `'static`, and so could the object. But the rule looks at names:
// the trait has a bound on each, both are early-bound, and that is one default too many.

trait TiedTwice<'a, 'b>: 'a + 'b {}

fn keep<'a: 'static, 'b: 'static>(_: Box<dyn TiedTwice<'a, 'b>>) {}

fn main() {}
