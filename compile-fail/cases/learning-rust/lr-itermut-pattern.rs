// A pattern can take a slice apart without a call, but the place that it looks at is behind
// `self` all the same.

struct Items<'a, T> {
    rest: &'a mut [T],
}

impl<'a, T> Iterator for Items<'a, T> {
    type Item = &'a mut T;

    fn next(&mut self) -> Option<&'a mut T> {
        match &mut self.rest {
            [] => None,
            [first, ..] => Some(first),
        }
    }
}

fn main() {}
