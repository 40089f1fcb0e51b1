impl<'a, T, const FLOOR: usize, const CEILING: usize> Codec<'a> for Vector<'a, T, FLOOR, CEILING>
where
    T: Codec<'a>,
{
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        let length = read_length(CEILING, r)?;
        let mut list = r.sub(length).ok_or(InvalidMessage::MissingData("a list"))?;
        let bytes = list.clone().rest();
        if !(FLOOR..=CEILING).contains(&bytes.len()) {
            return Err(InvalidMessage::IllegalLength("a list"));
        }
        while list.left() > 0 {
            let used = list.used();
            T::read(&mut list)?;
            if list.used() == used {
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
