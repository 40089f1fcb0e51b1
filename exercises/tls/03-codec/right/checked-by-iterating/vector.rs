impl<'a, T: Codec<'a>, const FLOOR: usize, const CEILING: usize> Codec<'a>
    for Vector<'a, T, FLOOR, CEILING>
{
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        let length = read_length(CEILING, r)?;
        let list = Self {
            bytes: r
                .take(length)
                .ok_or(InvalidMessage::MissingData("a list"))?,
            element: PhantomData,
        };
        let mut elements = list.iter();
        elements.by_ref().for_each(drop);
        if elements.reader.left() > 0 || !(FLOOR..=CEILING).contains(&length) {
            return Err(InvalidMessage::IllegalLength("a list"));
        }
        Ok(list)
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        encode_length(CEILING, self.bytes.len(), bytes);
        bytes.extend_from_slice(self.bytes);
    }
}

impl<'a, T: Codec<'a>> Iterator for VectorIter<'a, T> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        let mut r = self.reader.clone();
        let element = T::read(&mut r).ok()?;
        if r.left() == self.reader.left() {
            return None;
        }
        self.reader = r;
        Some(element)
    }
}
