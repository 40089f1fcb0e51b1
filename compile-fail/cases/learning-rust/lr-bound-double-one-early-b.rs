// `'b` is late-bound and does not count for the default, so the box has `'a`. An object of `'b`
// would have to outlive `'a`, as the trait says, and `'b` need not.

trait TiedTwice<'a, 'b>: 'a + 'b {}

fn keep<'a: 'a, 'b>(tied: Box<dyn TiedTwice<'a, 'b>>) {
    let _: Box<dyn TiedTwice<'a, 'b> + 'b> = tied;
}

fn main() {}
