// The default body moves to a blanket impl, where `T` has a known size. Every type that can
// load then brings the method along, and the object finds it in its table.
#![allow(dead_code)]

trait Load: AsLoad {}

trait AsLoad {
    fn as_load(&self) -> &dyn Load;
}

impl<T: Load> AsLoad for T {
    fn as_load(&self) -> &dyn Load {
        self
    }
}

trait Store: Load {}

fn load(store: &dyn Store) -> &dyn Load {
    store.as_load()
}

fn main() {}
