impl<'a, T, const FLOOR: usize, const CEILING: usize> Codec<'a> for Vector<'a, T, FLOOR, CEILING>
where
    T: Codec<'a>,
{
    fn read(_: &mut Reader<'_>) -> Result<Self, InvalidMessage> {
        todo!("not before the payload can be read")
    }

    fn encode(&self, _: &mut Vec<u8>) {}
}
