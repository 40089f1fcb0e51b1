pub fn read_joined<T>(fragments: &[&[u8]]) -> Result<T, InvalidMessage>
where
    T: for<'x> Codec<'x>,
{
    T::read_bytes(fragments.concat().leak())
}
