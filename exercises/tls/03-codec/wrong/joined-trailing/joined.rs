use reader::Reader;

pub fn read_joined<T>(fragments: &[&[u8]]) -> Result<T, InvalidMessage>
where
    T: for<'x> Codec<'x>,
{
    let joined = fragments.concat();
    T::read(&mut Reader::new(&joined))
}
