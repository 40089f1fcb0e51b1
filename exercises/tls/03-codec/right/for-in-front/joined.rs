pub fn read_joined<T>(fragments: &[&[u8]]) -> Result<T, InvalidMessage>
where
    for<'x> T: Codec<'x>,
{
    let mut joined = Vec::new();
    for fragment in fragments {
        joined.extend_from_slice(fragment);
    }
    T::read_bytes(&joined)
}
