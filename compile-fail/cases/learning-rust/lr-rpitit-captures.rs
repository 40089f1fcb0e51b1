// What a trait's method returns as `impl Trait` may hold all that the method is given, and the
// caller cannot look inside. So the items count as a borrow of the list.

trait List {
    fn items(&self) -> impl Iterator<Item = u8>;
}

fn count(list: impl List) -> usize {
    let items = list.items();
    drop(list);
    items.count()
}

fn main() {}
