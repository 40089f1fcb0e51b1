// A receiver is called `self`. An argument of another name is one like all others, whatever
// its type, and does not lead to a vtable.

trait Shape {
    fn look(this: &Self);
}

fn look(_shape: &dyn Shape) {}

fn main() {}
