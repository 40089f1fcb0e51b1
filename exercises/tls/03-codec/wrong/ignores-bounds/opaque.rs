impl<'a, const FLOOR: usize, const CEILING: usize> Codec<'a> for Opaque<'a, FLOOR, CEILING> {
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        let length = read_length(CEILING, r)?;
        match r.take(length) {
            Some(bytes) => Ok(Self(bytes)),
            None => Err(InvalidMessage::MissingData("a payload")),
        }
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        encode_length(CEILING, self.0.len(), bytes);
        bytes.extend_from_slice(self.0);
    }
}
