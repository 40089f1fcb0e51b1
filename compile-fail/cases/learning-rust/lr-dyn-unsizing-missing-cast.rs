// `map` returns what its closure does, and nothing tells the closure that it should be shorter.
// In the `Option` it is too late: no pointer there is coerced, and `&mut` is invariant. The
// help's `move` changes nothing about that.

trait Shape {}

fn inside<'a>(shape: &'a mut Option<Box<dyn Shape>>) -> Option<&'a mut (dyn Shape + 'a)> {
    shape.as_mut().map(|shape| shape.as_mut())
}

fn main() {}
