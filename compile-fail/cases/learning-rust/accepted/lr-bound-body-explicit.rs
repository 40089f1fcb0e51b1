// Only a lifetime that is written out keeps the object's own, longer one, in an annotation
// within a function body.
#![allow(dead_code)]

trait Tied<'a>: 'a {}

fn keep<'a, 'long: 'a>(tied: Box<dyn Tied<'a> + 'long>) {
    let kept: Box<dyn Tied<'a> + 'long> = tied;
    let _: Box<dyn Tied<'a> + 'long> = kept;
}

fn main() {}
