impl State<Transcript> for ExpectCertificate {
    fn handle<'m>(
        self: Box<Self>,
        _cx: &mut Transcript,
        message: Message<'m>,
    ) -> Result<Box<dyn State<Transcript> + 'm>, FlightError>
    where
        Self: 'm,
    {
        match message.typ {
            HandshakeType::CERTIFICATE => Ok(Box::new(ExpectCertificateVerify {
                certificate: Payload::Owned(end_entity(message)?.to_vec()),
            })),
            HandshakeType::HELLO_REQUEST => Ok(self),
            unexpected => Err(FlightError::Unexpected(unexpected)),
        }
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<Transcript>> {
        self
    }
}
