// A loan ends with its last use. After that the box may go where it likes.
fn main() {
    let boxed = Box::new(1);
    let inside = &*boxed;
    println!("{inside}");
    let moved = boxed;
    println!("{moved}");
}
