// With `+ '_` it is the same: in a function body the object has the trait's bound, in a box,
// behind a reference, and behind one that has a name.
#![allow(dead_code)]

trait Tied<'a>: 'a {}

fn keep<'r, 'a>(boxed: Box<dyn Tied<'a>>, tied: &'r (dyn Tied<'a> + 'static)) {
    let kept: Box<dyn Tied<'a> + '_> = boxed;
    let _: Box<dyn Tied<'a> + 'a> = kept;
    let kept: &(dyn Tied<'a> + '_) = tied;
    let _: &(dyn Tied<'a> + 'a) = kept;
    let kept: &'r (dyn Tied<'a> + '_) = tied;
    let _: &'r (dyn Tied<'a> + 'a) = kept;
}

fn main() {}
