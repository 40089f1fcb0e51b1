// `again` is a reborrow of `*numbers`. Until its last use it alone may touch the vector;
// `numbers`, through which it was taken, has to wait.

fn main() {
    let mut vec = vec![1];
    let numbers = &mut vec;
    let again = &mut *numbers;
    println!("{numbers:?}");
    again.push(2);
}
