// Accepted today: the wildcard gives the width, by inference, and the cells that are left out
// are strings. Before Rust 1.89 a wildcard could not be a constant.
#![allow(dead_code)]

struct Row<const WIDTH: usize, Cell = String>([Cell; WIDTH]);

impl<Cell: Default> Default for Row<2, Cell> {
    fn default() -> Self {
        Row([Cell::default(), Cell::default()])
    }
}

fn main() {
    let _row = Row::<_>::default();
}
