// The string is copied out of the loan, and then it may shrink like any other.
#![allow(dead_code)]

use std::cell::RefCell;

fn shorten<'a>(cell: &RefCell<&'static str>) -> RefCell<&'a str> {
    RefCell::new(*cell.borrow())
}

fn main() {}
