// Indexing a vector calls `index_mut`, which borrows all of it. That the two ranges have
// nothing in common is known to us alone.

fn main() {
    let mut numbers = vec![1, 2];
    let left = &mut numbers[..1];
    let right = &mut numbers[1..];
    left.swap_with_slice(right);
}
