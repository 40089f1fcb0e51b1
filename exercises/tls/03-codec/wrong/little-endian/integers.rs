impl Codec<'_> for U24 {
    fn read(r: &mut Reader<'_>) -> Result<Self, InvalidMessage> {
        match r.take(3) {
            Some(&[low, middle, high]) => Ok(Self(u32::from_be_bytes([0, high, middle, low]))),
            _ => Err(InvalidMessage::MissingData("u24")),
        }
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.0.to_le_bytes()[..3]);
    }
}
