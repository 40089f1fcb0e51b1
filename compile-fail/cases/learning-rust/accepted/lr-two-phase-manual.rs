// The length is read before the exclusive loan begins: this needs no two phases, and was the
// way to write it before there were any.

fn main() {
    let mut numbers = vec![1];
    let length = numbers.len();
    let exclusive = &mut numbers;
    exclusive.push(length);
}
