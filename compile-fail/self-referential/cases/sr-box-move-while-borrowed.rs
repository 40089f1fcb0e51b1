// What is in the box would stay at its address. But a box owns its content alone, and to move the
// one is to move the other for the borrow checker, and for the optimiser too.
fn main() {
    let boxed = Box::new(1);
    let inside = &*boxed;
    let moved = boxed;
    println!("{inside} {moved}");
}
