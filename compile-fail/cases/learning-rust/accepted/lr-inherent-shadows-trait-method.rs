// For a type that is not a trait object an inherent method comes first. The trait's is reached
// by naming the trait.
#![allow(dead_code)]

trait Shape {
    fn corners(&self) {}
}

struct Square;

impl Shape for Square {}

impl Square {
    fn corners(&self) {}
}

fn look(square: &Square) {
    square.corners();
    Shape::corners(square);
}

fn main() {}
