// Neither the reference nor the object has a name here, but only the reference is inferred.
// `'_` behind a trait with a bound is that bound: `'a`.

trait Tied<'a>: 'a {}

fn keep<'a>(tied: &(dyn Tied<'a> + 'static)) {
    let kept: &(dyn Tied<'a> + '_) = tied;
    let _: &(dyn Tied<'a> + 'static) = kept;
}

fn main() {}
