// When `'short` is over, `outer` may write through its exclusive reference again. A shared one
// that were good for `'long` would look on.

fn inner<'short, 'long>(outer: &'short &'long mut str) -> &'long str {
    outer
}

fn main() {}
