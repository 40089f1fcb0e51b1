// Of the two lifetimes only `'a` is early-bound, by `'a: 'a`. That makes the trait's bound on
// `'a` the default in the signature, and the box is not `'static`.

trait TiedTwice<'a, 'b>: 'a + 'b {}

fn keep<'a: 'a, 'b>(tied: Box<dyn TiedTwice<'a, 'b>>) {
    let _: Box<dyn TiedTwice<'a, 'b> + 'static> = tied;
}

fn main() {}
