// In the signature `'_` is a lifetime of its own. In the body it asks for the trait's bound, of
// which there are two, and the object's own lifetime has no name to be given by.

trait TiedTwice<'a, 'b>: 'a + 'b {}

fn keep<'a, 'b>(tied: Box<dyn TiedTwice<'a, 'b> + '_>) {
    let _: Box<dyn TiedTwice<'a, 'b> + '_> = tied;
}

fn main() {}
