// Reborrowed with `&mut *` instead of moved: `numbers` is on hold while `again` is in use,
// and back when that is over.

fn main() {
    let mut vec = vec![1];
    let numbers = &mut vec;
    let again = &mut *numbers;
    again.push(2);
    println!("{numbers:?}");
}
