impl<'a> Codec<'a> for Extension<'a> {
    fn read(_: &mut Reader<'_>) -> Result<Self, InvalidMessage> {
        todo!("not before the payload can be read")
    }

    fn encode(&self, _: &mut Vec<u8>) {}
}

impl<'a> Codec<'a> for ClientHello<'a> {
    fn read(_: &mut Reader<'_>) -> Result<Self, InvalidMessage> {
        todo!("not before the payload can be read")
    }

    fn encode(&self, _: &mut Vec<u8>) {}
}
