impl<'a> Codec<'a> for ClientHello<'a> {
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        Ok(Self {
            legacy_version: u16::read(r)?,
            random: r
                .take(32)
                .and_then(|bytes| bytes.first_chunk())
                .ok_or(InvalidMessage::MissingData("a random"))?,
            legacy_session_id: Opaque::read(r)?,
            cipher_suites: Vector::read(r)?,
            legacy_compression_methods: Opaque::read(r)?,
            extensions: Vector::read(r)?,
        })
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        self.legacy_version.encode(bytes);
        bytes.extend_from_slice(self.random);
        self.legacy_session_id.encode(bytes);
        self.cipher_suites.encode(bytes);
        self.legacy_compression_methods.encode(bytes);
        self.extensions.encode(bytes);
    }
}
