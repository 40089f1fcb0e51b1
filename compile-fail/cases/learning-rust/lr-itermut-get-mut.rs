// Each item is to be good for `'a`, but `self.rest` is an exclusive reference, reached through
// the short loan of the iterator, and nothing reborrowed through that outlives it.

struct Items<'a, T> {
    rest: &'a mut [T],
}

impl<'a, T> Iterator for Items<'a, T> {
    type Item = &'a mut T;

    fn next(&mut self) -> Option<&'a mut T> {
        self.rest.get_mut(0)
    }
}

fn main() {}
