// In a bound `'_` would be a lifetime that nobody declares. Say which reader is meant with a
// name of your own, or that any will do with `for<'x>`.

struct Reader<'a> {
    buffer: &'a [u8],
}

trait Codec<'r>: Sized {
    fn read(r: &mut Reader<'r>) -> Self;
}

fn read_one<T>(r: &mut Reader<'_>) -> T
where
    T: Codec<'_>,
{
    T::read(r)
}

fn main() {}
