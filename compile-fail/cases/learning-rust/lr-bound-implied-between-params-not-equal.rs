// That `'a` outlives `'b` follows from the box. That `'b` outlives `'a` does not: the text gets
// shorter, and never longer again.

trait TiedTwice<'a, 'b>: 'a + 'b {}

fn shorten<'a: 'a, 'b>(_: Box<dyn TiedTwice<'a, 'b>>, text: &'a str) {
    let short: &'b str = text;
    let _: &'a str = short;
}

fn main() {}
