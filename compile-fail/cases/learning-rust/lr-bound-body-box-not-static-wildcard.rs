// `+ '_` in a signature would be a lifetime of its own. In a function body it is the trait's
// bound, as if it were not there: the box has `'a`, not `'static`.

trait Tied<'a>: 'a {}

fn keep<'a>(tied: Box<dyn Tied<'a> + 'static>) {
    let kept: Box<dyn Tied<'a> + '_> = tied;
    let _: Box<dyn Tied<'a> + 'static> = kept;
}

fn main() {}
