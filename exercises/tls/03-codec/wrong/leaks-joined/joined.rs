pub fn read_joined<T>(fragments: &[&[u8]]) -> Result<T, InvalidMessage>
where
    T: Codec<'static>,
{
    T::read_bytes(fragments.concat().leak())
}
