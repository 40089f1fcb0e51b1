// With `as _` the closure's result is a place where a coercion may happen, before the `Option`
// is around it. The lifetime shrinks from `'static` to `'a`.
#![allow(dead_code)]

trait Shape {}

fn inside<'a>(shape: &'a mut Option<Box<dyn Shape>>) -> Option<&'a mut (dyn Shape + 'a)> {
    shape.as_mut().map(|shape| shape.as_mut() as _)
}

fn main() {}
