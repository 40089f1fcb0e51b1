// Without a name in the annotation both lifetimes are inferred, each for itself, and the shape
// stays `'static` behind its shorter reference.
#![allow(dead_code)]

trait Shape {}

fn keep<'a>(shape: &'a (dyn Shape + 'static)) {
    let short: &dyn Shape = shape;
    let _: &'a (dyn Shape + 'static) = short;
}

fn main() {}
