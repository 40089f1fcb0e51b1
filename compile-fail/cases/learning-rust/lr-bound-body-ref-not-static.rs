// Behind a reference without a name an object's lifetime is inferred in a function body, but not
// if the trait has a bound. That bound is `'a`, and `'static` is lost.

trait Tied<'a>: 'a {}

fn keep<'a>(tied: &(dyn Tied<'a> + 'static)) {
    let kept: &dyn Tied<'a> = tied;
    let _: &(dyn Tied<'a> + 'static) = kept;
}

fn main() {}
