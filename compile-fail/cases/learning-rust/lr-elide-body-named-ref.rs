// To name the reference's lifetime is to fix the object's as well, in a function body too:
// `&'a dyn Shape` is `&'a (dyn Shape + 'a)`. That the shape is `'static` is forgotten.

trait Shape {}

fn keep<'a>(shape: &'a (dyn Shape + 'static)) {
    let short: &'a dyn Shape = shape;
    let _: &'a (dyn Shape + 'static) = short;
}

fn main() {}
