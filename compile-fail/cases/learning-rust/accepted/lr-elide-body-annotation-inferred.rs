// In a function body the lifetime that `Box<dyn Display>` leaves out is inferred, as any other.
// The box holds a borrow of a local, and nobody demands `'static` of it.

use std::fmt::Display;

fn main() {
    let local = String::from("short-lived");
    let boxed: Box<dyn Display> = Box::new(&local);
    println!("{boxed}");
}
