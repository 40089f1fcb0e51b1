// The call borrows all of `self`, whatever fields the method reads. The caller is checked
// against the method's signature alone, and there `left` is part of the pair.

struct Pair {
    left: String,
    right: String,
}

impl Pair {
    fn right(&self) -> &str {
        &self.right
    }

    fn join(&mut self) {
        let left = &mut self.left;
        left.push_str(self.right());
    }
}

fn main() {}
