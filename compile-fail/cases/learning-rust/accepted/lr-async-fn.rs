// The borrow ends with the future that holds it.

async fn ignore(_numbers: &mut Vec<u8>) {}

fn main() {
    let mut numbers = vec![1];
    let future = ignore(&mut numbers);
    drop(future);
    numbers.push(2);
}
