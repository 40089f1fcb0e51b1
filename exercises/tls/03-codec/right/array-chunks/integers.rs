impl<'r> Codec<'r> for u16 {
    fn read(r: &mut Reader<'r>) -> Result<Self, InvalidMessage> {
        let bytes: &[u8; 2] = r
            .take(2)
            .and_then(|bytes| bytes.first_chunk())
            .ok_or(InvalidMessage::MissingData("u16"))?;
        Ok(Self::from_be_bytes(*bytes))
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        let [high, low] = self.to_be_bytes();
        bytes.extend([high, low]);
    }
}

impl<'r> Codec<'r> for U24 {
    fn read(r: &mut Reader<'r>) -> Result<Self, InvalidMessage> {
        let high = u8::read(r)?;
        let low = u16::read(r)?;
        Ok(Self(u32::from(high) << 16 | u32::from(low)))
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        let [_, high, middle, low] = self.0.to_be_bytes();
        bytes.extend([high, middle, low]);
    }
}
