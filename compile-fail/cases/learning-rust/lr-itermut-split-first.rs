// Here the rest is stored back, and the first item is meant to leave for good. Yet both are
// reborrowed through `self`, and so end with the loan that `next` was called with.

struct Items<'a, T> {
    rest: &'a mut [T],
}

impl<'a, T> Iterator for Items<'a, T> {
    type Item = &'a mut T;

    fn next(&mut self) -> Option<&'a mut T> {
        let (first, rest) = self.rest.split_first_mut()?;
        self.rest = rest;
        Some(first)
    }
}

fn main() {}
