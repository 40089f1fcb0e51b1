// Accepted today: no `str` will ever be `Sized`, so nobody could call the method, and the impl
// may leave it out. Before Rust 1.87 it was asked for nevertheless, E0046.
#![allow(dead_code)]

trait Shape {
    fn fit<T>(&self, _into: T)
    where
        Self: Sized;
}

impl Shape for str {}

fn main() {}
