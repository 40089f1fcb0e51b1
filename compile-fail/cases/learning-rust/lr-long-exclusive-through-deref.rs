// Returned like this, `*outer` is reborrowed, and on the way to it lies the short loan of
// `outer`. A reborrow is over when that is.

fn inner<'short, 'long>(outer: &'short mut &'long mut str) -> &'long mut str {
    *outer
}

fn main() {}
