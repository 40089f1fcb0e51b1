// Key and value are given. What is left out is the `Id`, and that has a default.

struct Cache<K, V, Id = u32>(Vec<(Id, K, V)>);

impl<K, V, Id> Cache<K, V, Id> {
    fn new() -> Self {
        Cache(Vec::new())
    }
}

fn main() {
    let cache = Cache::<String, u8>::new();
    println!("{}", cache.0.len());
}
