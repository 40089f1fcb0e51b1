// A second trait says the same with boxes and references only, so that it has objects. It is not
// below the first, a blanket impl connects them.
#![allow(dead_code)]

trait Iterable {
    type Iter<'a>: Iterator<Item = u8>
    where
        Self: 'a;

    fn iter(&self) -> Self::Iter<'_>;

    fn visit<F: FnMut(u8)>(&self, visit: F) {
        self.iter().for_each(visit);
    }
}

trait ErasedIterable {
    fn iter_erased(&self) -> Box<dyn Iterator<Item = u8> + '_>;

    fn visit_erased(&self, visit: &mut dyn FnMut(u8));
}

impl<T: Iterable> ErasedIterable for T {
    fn iter_erased(&self) -> Box<dyn Iterator<Item = u8> + '_> {
        Box::new(self.iter())
    }

    fn visit_erased(&self, visit: &mut dyn FnMut(u8)) {
        self.visit(visit);
    }
}

fn sum(numbers: &dyn ErasedIterable) -> u8 {
    let mut sum = 0;
    numbers.visit_erased(&mut |number| sum += number);
    sum
}

fn main() {}
