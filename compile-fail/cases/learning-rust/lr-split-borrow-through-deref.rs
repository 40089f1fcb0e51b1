// Each field is reached by a call of `deref_mut`, which borrows all of the wrapper. By the
// signature the second call might hand out what the first one has handed out already.

use std::ops::{Deref, DerefMut};

struct Pair {
    left: String,
    right: String,
}

struct Wrapper(Pair);

impl Deref for Wrapper {
    type Target = Pair;

    fn deref(&self) -> &Pair {
        &self.0
    }
}

impl DerefMut for Wrapper {
    fn deref_mut(&mut self) -> &mut Pair {
        &mut self.0
    }
}

fn swap(pair: &mut Wrapper) {
    let left = &mut pair.left;
    let right = &mut pair.right;
    std::mem::swap(left, right);
}

fn main() {}
