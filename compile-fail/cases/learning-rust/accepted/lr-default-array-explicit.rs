// A constant counts as a parameter given. The cells are left out, so they are strings.
#![allow(dead_code)]

struct Row<const WIDTH: usize, Cell = String>([Cell; WIDTH]);

impl<Cell: Default> Default for Row<2, Cell> {
    fn default() -> Self {
        Row([Cell::default(), Cell::default()])
    }
}

fn main() {
    let _row = Row::<2>::default();
}
