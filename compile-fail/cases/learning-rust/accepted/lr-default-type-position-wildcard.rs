// The wildcard has the key inferred. The `Id` is left out, and so the default.

struct Cache<K, Id = u32>(Vec<(Id, K)>);

fn main() {
    let cache: Cache<_> = Cache(vec![(1, "loan")]);
    println!("{}", cache.0.len());
}
