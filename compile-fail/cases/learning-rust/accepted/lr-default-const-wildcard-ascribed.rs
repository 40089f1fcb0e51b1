// Accepted today: in an annotation, too, the wildcard is the length to be inferred. Before Rust
// 1.89 an annotation had to spell the length out.
#![allow(dead_code)]

struct Row<const WIDTH: usize>([u8; WIDTH]);

fn main() {
    let _row: Row<_> = Row([1, 2, 3]);
}
