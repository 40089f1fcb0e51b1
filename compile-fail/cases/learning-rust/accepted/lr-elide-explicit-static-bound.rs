// `Box<dyn Display>` in a struct stands for `Box<dyn Display + 'static>`, and the bound on `T`
// asks for exactly that much: a row that never expires.
#![allow(dead_code)]

use std::fmt::Display;

struct Report {
    rows: Vec<Box<dyn Display>>,
}

impl Report {
    fn add<T: Display + 'static>(&mut self, row: T) {
        self.rows.push(Box::new(row));
    }
}

fn main() {}
