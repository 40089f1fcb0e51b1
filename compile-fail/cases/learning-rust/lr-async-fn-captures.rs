// An async function does nothing until its future is awaited, so the future has to hold all
// arguments till then: the borrow of `numbers` too, which no line of the body needs.

async fn ignore(_numbers: &mut Vec<u8>) {}

fn main() {
    let mut numbers = vec![1];
    let future = ignore(&mut numbers);
    numbers.push(2);
    drop(future);
}
