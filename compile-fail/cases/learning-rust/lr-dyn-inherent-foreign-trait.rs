// The trait object belongs to the crate of its trait, here to the standard library. Inherent
// methods are for the owner to add.

impl dyn std::fmt::Display {
    fn print(&self) {
        println!("{self}");
    }
}

fn main() {}
