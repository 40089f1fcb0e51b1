// `Vec<u8>` satisfies the trait's where clause, its trait object does not: no reference to it is
// an iterator. So `dyn Shelf` is a type that does not implement `Shelf`.

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
    let shelf: &dyn Shelf = &vec![1];
    shelf.count();
}
