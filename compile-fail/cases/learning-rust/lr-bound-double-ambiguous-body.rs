// In a function body the default comes from the trait's bounds, and this trait has two. That
// the object is `'static` does not decide it: a default is not inferred.

trait TiedTwice<'a, 'b>: 'a + 'b {}

fn keep<'a, 'b>(tied: Box<dyn TiedTwice<'a, 'b> + 'static>) {
    let _: Box<dyn TiedTwice<'a, 'b>> = tied;
}

fn main() {}
