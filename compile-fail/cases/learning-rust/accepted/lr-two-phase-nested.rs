// The receiver is reserved first, and exclusively lent only when the call begins. In the
// meantime the arguments may read it.

fn main() {
    let mut numbers = vec![1];
    numbers.push(numbers.len());
}
