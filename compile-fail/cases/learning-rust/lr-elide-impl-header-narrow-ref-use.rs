// `&dyn Shape` in an impl header uses one lifetime twice, for the reference and for the object
// behind it. An object that outlives its reference has another type, which has no impl.

trait Shape {}

trait Area {}

impl Area for &dyn Shape {}

fn has_area<T: Area>() {}

fn check<'a, 'b: 'a>() {
    has_area::<&'a (dyn Shape + 'b)>();
}

fn main() {}
