// An object's table has to list every method once, with one type. A method for every `F` and an
// iterator type for every lifetime do not fit into it. The compiler begins with the latter.

trait Iterable {
    type Iter<'a>: Iterator<Item = u8>
    where
        Self: 'a;

    fn iter(&self) -> Self::Iter<'_>;

    fn visit<F: FnMut(u8)>(&self, visit: F) {
        self.iter().for_each(visit);
    }
}

fn sum(_: &dyn Iterable) {}

fn main() {}
