impl<'a, T, const FLOOR: usize, const CEILING: usize> Codec<'a> for Vector<'a, T, FLOOR, CEILING>
where
    T: Codec<'a>,
{
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        let length = read_length(CEILING, r)?;
        let bytes = r
            .take(length)
            .ok_or(InvalidMessage::MissingData("a list"))?;
        Opaque::<FLOOR, CEILING>::new(bytes)?;
        Ok(Self {
            bytes,
            element: PhantomData,
        })
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        encode_length(CEILING, self.bytes.len(), bytes);
        bytes.extend_from_slice(self.bytes);
    }
}
