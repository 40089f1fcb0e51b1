// In one body the compiler sees which field is meant, and tells the loans of two fields apart.
#![allow(dead_code)]

struct Pair {
    left: String,
    right: String,
}

impl Pair {
    fn join(&mut self) {
        let left = &mut self.left;
        let right = &mut self.right;
        left.push_str(right);
    }
}

fn main() {}
