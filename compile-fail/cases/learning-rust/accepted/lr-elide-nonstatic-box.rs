// One name in both places: what goes into the box outlives `'a`, and the box claims no more
// than `'a`.
#![allow(dead_code)]

fn without_zeros<'a, T>(bytes: T) -> Box<dyn Iterator<Item = u8> + 'a>
where
    T: Iterator<Item = u8> + 'a,
{
    Box::new(bytes.filter(|byte| *byte != 0))
}

fn main() {}
