impl<'a, const FLOOR: usize, const CEILING: usize> Codec<'a> for Opaque<'a, FLOOR, CEILING> {
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        let length = read_length(CEILING, r)?;
        let mut bytes = r
            .sub(length)
            .ok_or(InvalidMessage::MissingData("a payload"))?;
        Self::new(bytes.rest())
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        encode_length(CEILING, self.0.len(), bytes);
        bytes.extend_from_slice(self.0);
    }
}
