// The list may go as soon as the items are used up.
#![allow(dead_code)]

trait List {
    fn items(&self) -> impl Iterator<Item = u8>;
}

fn count(list: impl List) -> usize {
    let items = list.items();
    let count = items.count();
    drop(list);
    count
}

fn main() {}
