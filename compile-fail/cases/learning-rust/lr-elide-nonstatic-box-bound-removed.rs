// The box claims to be good for `'a`, which the caller chooses. `T` no longer promises to
// outlive it, so its iterator may be gone before.

fn without_zeros<'a, T>(bytes: T) -> Box<dyn Iterator<Item = u8> + 'a>
where
    T: Iterator<Item = u8>,
{
    Box::new(bytes.filter(|byte| *byte != 0))
}

fn main() {}
