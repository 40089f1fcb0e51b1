impl<'a> State<Transcript> for ExpectCertificateVerify<'a> {
    fn handle<'m>(
        self: Box<Self>,
        cx: &mut Transcript,
        message: Message<'m>,
    ) -> Result<Box<dyn State<Transcript> + 'm>, FlightError>
    where
        Self: 'm,
    {
        match message.typ {
            HandshakeType::CERTIFICATE_VERIFY => {
                cx.verified = Some((self.certificate.len(), self.certificate.as_ptr().addr()));
                Ok(Box::new(ExpectFinished))
            }
            HandshakeType::HELLO_REQUEST => Ok(self),
            unexpected => Err(FlightError::Unexpected(unexpected)),
        }
    }

    fn into_owned(mut self: Box<Self>) -> Box<dyn State<Transcript>> {
        self.certificate = self.certificate.into_owned();
        self
    }
}
