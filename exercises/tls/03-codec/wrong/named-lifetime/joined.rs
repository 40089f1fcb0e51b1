pub fn read_joined<'r, T>(fragments: &[&[u8]]) -> Result<T, InvalidMessage>
where
    T: Codec<'r>,
{
    let joined = fragments.concat();
    T::read_bytes(&joined)
}
