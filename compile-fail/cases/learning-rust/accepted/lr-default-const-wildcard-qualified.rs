// Accepted today: `_` stands for a constant as well, and the array settles it. Before Rust 1.89
// it stood for types and lifetimes only.
#![allow(dead_code)]

struct Row<const WIDTH: usize>([u8; WIDTH]);

impl<const WIDTH: usize> Row<WIDTH> {
    fn new(cells: [u8; WIDTH]) -> Self {
        Row(cells)
    }
}

fn main() {
    let _row = <Row<_>>::new([1, 2, 3]);
}
