// A copy of an exclusive reference would be a second way to the same vector, so there are no
// copies: the assignment moves the reference, and `numbers` is left without it.

fn main() {
    let mut vec = vec![1];
    let numbers = &mut vec;
    let moved = numbers;
    println!("{numbers:?} {moved:?}");
}
