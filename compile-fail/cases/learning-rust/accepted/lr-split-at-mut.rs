// One call and one loan, with two results. That the parts do not overlap is the method's
// promise, kept by `unsafe` code inside.

fn main() {
    let mut numbers = vec![1, 2];
    let (left, right) = numbers.split_at_mut(1);
    left.swap_with_slice(right);
}
