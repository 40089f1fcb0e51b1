// The supertrait has its method from the blanket impl, for every shape that can be cloned. `'s`
// lets the copy of a shape that borrows live as long as the shape might.

trait Shape: CloneShape {}

trait CloneShape {
    fn boxed_clone<'s>(&self) -> Box<dyn Shape + 's>
    where
        Self: 's;
}

impl<T: Shape + Clone> CloneShape for T {
    fn boxed_clone<'s>(&self) -> Box<dyn Shape + 's>
    where
        Self: 's,
    {
        Box::new(self.clone())
    }
}

impl Clone for Box<dyn Shape + '_> {
    fn clone(&self) -> Self {
        (**self).boxed_clone()
    }
}

fn main() {}
