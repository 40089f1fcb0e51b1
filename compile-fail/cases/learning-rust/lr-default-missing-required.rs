// Having begun to give parameters one has to give all that have no default. `V` has none.

struct Cache<K, V, Id = u32>(Vec<(Id, K, V)>);

impl<K, V, Id> Cache<K, V, Id> {
    fn new() -> Self {
        Cache(Vec::new())
    }
}

fn main() {
    Cache::<String>::new();
}
