// A type has nothing inferred but what a wildcard asks for. Only what has a default may be
// left out, and the key has none.

struct Cache<K, Id = u32>(Vec<(Id, K)>);

fn main() {
    let cache: Cache = Cache(vec![(1, "loan")]);
}
