// Out here the trait is not imported, so for other types its methods would not count. A trait
// object brings its trait along wherever it goes, and the two are ambiguous again.

mod shapes {
    pub trait Shape {
        fn corners(&self) {}
    }

    impl dyn Shape + '_ {
        pub fn corners(&self) {}
    }
}

fn look(shape: &dyn shapes::Shape) {
    shape.corners();
}

fn main() {}
