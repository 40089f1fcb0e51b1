// With `move` the iterator owns what it counts with, and takes it along.

fn countdown(from: u8) -> impl Iterator<Item = u8> {
    let mut rest = from;
    std::iter::from_fn(move || {
        rest = rest.checked_sub(1)?;
        Some(rest)
    })
}

fn main() {
    println!("{:?}", countdown(3).collect::<Vec<_>>());
}
