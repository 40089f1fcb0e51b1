// Without a reborrow it would be a move, for an exclusive reference is not `Copy`; and `outer`
// is only lent, so nothing may be missing behind it.

fn inner<'short, 'long>(outer: &'short mut &'long mut str) -> &'long mut str {
    let inner = *outer;
    inner
}

fn main() {}
