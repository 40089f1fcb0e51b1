// Nor can the lifetime be left out. Elision fills in the lifetimes of arguments and results;
// in a bound there is nothing to take one from.

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

fn read_one<T>(r: &mut Reader<'_>) -> T
where
    T: Codec,
{
    T::read(r)
}

fn main() {}
