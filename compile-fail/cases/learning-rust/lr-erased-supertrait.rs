// An object's table contains its supertraits' methods. With `Iterable` as one of them, the
// erased trait has again all that it was made to leave out.

trait Iterable {
    type Iter<'a>: Iterator<Item = u8>
    where
        Self: 'a;

    fn iter(&self) -> Self::Iter<'_>;
}

trait ErasedIterable: Iterable {
    fn iter_erased(&self) -> Box<dyn Iterator<Item = u8> + '_>;
}

fn sum(_: &dyn ErasedIterable) {}

fn main() {}
