impl<'a, 'r: 'a, T, const FLOOR: usize, const CEILING: usize> Codec<'r>
    for Vector<'a, T, FLOOR, CEILING>
where
    T: Codec<'a>,
{
    fn read(r: &mut Reader<'r>) -> Result<Self, InvalidMessage> {
        let length = read_length(CEILING, r)?;
        let bytes = r
            .take(length)
            .ok_or(InvalidMessage::MissingData("a list"))?;
        Opaque::<FLOOR, CEILING>::new(bytes)?;
        let mut elements = Reader::new(bytes);
        while elements.left() > 0 {
            let before = elements.left();
            T::read(&mut elements)?;
            if elements.left() == before {
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
