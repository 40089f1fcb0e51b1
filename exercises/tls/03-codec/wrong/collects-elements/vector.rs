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
        let mut reader = Reader::new(bytes);
        let mut elements = Vec::new();
        while reader.left() > 0 {
            let before = reader.left();
            elements.push(T::read(&mut reader)?);
            if reader.left() == before {
                return Err(InvalidMessage::IllegalLength("a list"));
            }
        }
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
