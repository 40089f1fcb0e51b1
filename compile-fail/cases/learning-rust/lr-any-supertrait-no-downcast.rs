// `downcast_ref` is not a method of the trait `Any`, but of the type `dyn Any`. An object of
// another trait does not have it, whatever its supertraits are.

use std::any::Any;

trait Shape: Any {}

fn side(shape: &dyn Shape) -> Option<&u32> {
    shape.downcast_ref()
}

fn main() {}
