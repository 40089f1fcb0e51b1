// Behind a shared reference an exclusive one is of no use for writing, not even for `'short`:
// of `outer` itself there may be any number of copies.

fn inner<'short>(outer: &'short &mut str) -> &'short mut str {
    &mut **outer
}

fn main() {}
