// Taken by a `let` of its own, the exclusive loan is in force at once. The one that a method
// call takes for its receiver would wait until the arguments are there.

fn main() {
    let mut numbers = vec![1];
    let exclusive = &mut numbers;
    exclusive.push(numbers.len());
}
