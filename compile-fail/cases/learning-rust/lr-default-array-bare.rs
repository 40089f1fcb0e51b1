// The one impl of `Default` settles the width. It is good for every cell that has a default,
// and which one is meant is not said.

struct Row<const WIDTH: usize, Cell = String>([Cell; WIDTH]);

impl<Cell: Default> Default for Row<2, Cell> {
    fn default() -> Self {
        Row([Cell::default(), Cell::default()])
    }
}

fn main() {
    let row = Row::default();
}
