// E0373 ws-closure-in-returned-iterator
pub fn lengths(first: usize) -> impl Iterator<Item = usize> {
    let mut next = first;
    std::iter::from_fn(|| {
        next = next.checked_sub(1)?;
        Some(next)
    })
}
