// The coercion asks whether the vector implements the trait, and it does. What the trait object
// itself lacks is noticed where it is used.

trait Shelf
where
    for<'a> &'a Self: IntoIterator<Item = &'a u8>,
{
    fn count(&self) -> usize {
        self.into_iter().count()
    }
}

impl Shelf for Vec<u8> {}

fn main() {
    let vec = vec![1];
    let _shelf: &dyn Shelf = &vec;
    vec.count();
}
