// Patterns are built in: the compiler knows that the parts of a slice pattern do not overlap.

fn main() {
    let mut numbers = vec![1, 2];
    if let [left, right @ ..] = &mut numbers[..] {
        right[0] += *left;
        *left = 0;
    }
    println!("{numbers:?}");
}
