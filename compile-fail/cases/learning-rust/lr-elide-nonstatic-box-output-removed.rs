// `T` outlives `'a`, but the box no longer speaks of `'a`. Left to the default it claims
// `'static`, and that is more than `T` promises.

fn without_zeros<'a, T>(bytes: T) -> Box<dyn Iterator<Item = u8>>
where
    T: Iterator<Item = u8> + 'a,
{
    Box::new(bytes.filter(|byte| *byte != 0))
}

fn main() {}
