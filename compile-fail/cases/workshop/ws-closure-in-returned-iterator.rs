// The closure goes into an iterator that is returned, and is called after the function has ended.
// By then the variable that it borrows is gone.

fn countdown(from: u8) -> impl Iterator<Item = u8> {
    let mut rest = from;
    std::iter::from_fn(|| {
        rest = rest.checked_sub(1)?;
        Some(rest)
    })
}

fn main() {
    println!("{:?}", countdown(3).collect::<Vec<_>>());
}
