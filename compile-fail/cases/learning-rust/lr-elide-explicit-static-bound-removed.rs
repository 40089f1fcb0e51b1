// `Box<dyn Display>` in a struct stands for `Box<dyn Display + 'static>`. `T: Display` says
// what a row can do, and nothing of how long it lives: it might borrow.

use std::fmt::Display;

struct Report {
    rows: Vec<Box<dyn Display>>,
}

impl Report {
    fn add<T: Display>(&mut self, row: T) {
        self.rows.push(Box::new(row));
    }
}

fn main() {}
