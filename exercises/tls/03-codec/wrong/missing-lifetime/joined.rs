pub fn read_joined<T>(fragments: &[&[u8]]) -> Result<T, InvalidMessage>
where
    T: Codec,
{
    let joined = fragments.concat();
    T::read_bytes(&joined)
}
