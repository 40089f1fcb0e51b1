// This impl covers every type, `dyn Shape` as well. For that one it is passed over: the call
// goes through the vtable, to the square.

trait Shape {
    fn name(&self) -> &'static str;
}

impl<T: ?Sized> Shape for T {
    fn name(&self) -> &'static str {
        std::any::type_name::<T>()
    }
}

struct Square;

fn main() {
    let shape: &dyn Shape = &Square;
    assert!(shape.name().ends_with("Square"));
}
