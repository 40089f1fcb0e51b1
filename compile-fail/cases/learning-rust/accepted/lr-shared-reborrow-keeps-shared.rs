// Shared reborrows do not get into each other's way: reading disturbs no reader.
#![allow(dead_code)]

#[derive(Debug)]
struct Pair {
    left: String,
    right: String,
}

impl Pair {
    fn look(&mut self) {
        let left = &self.left;
        let both = &*self;
        println!("{left} {both:?}");
    }
}

fn main() {}
