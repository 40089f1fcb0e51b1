// The trait ties its objects to `'a` alone. `'b` is a parameter like any other, and `'c` may end
// before it.

trait TiedToFirst<'a, 'b>: 'a {}

fn shorten<'a, 'b, 'c>(_: Box<dyn TiedToFirst<'a, 'b> + 'c>, text: &'c str) {
    let _: &'b str = text;
}

fn main() {}
