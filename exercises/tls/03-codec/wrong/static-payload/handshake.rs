impl Codec<'static> for Handshake<'static> {
    fn read(r: &mut Reader<'static>) -> Result<Self, InvalidMessage> {
        Ok(Self {
            msg_type: HandshakeType::read(r)?,
            body: PayloadU24::read(r)?,
        })
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        self.msg_type.encode(bytes);
        self.body.encode(bytes);
    }
}
