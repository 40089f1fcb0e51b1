impl<'a> State<Transcript> for ExpectCertificateVerify<'a> {
    fn handle<'m>(
        self: Box<Self>,
        cx: &mut Transcript,
        message: Message<'m>,
    ) -> Result<Box<dyn State<Transcript> + 'm>, FlightError>
    where
        Self: 'm,
    {
        if message.typ == HandshakeType::HELLO_REQUEST {
            return Ok(self);
        }
        if message.typ != HandshakeType::CERTIFICATE_VERIFY {
            return Err(FlightError::Unexpected(message.typ));
        }
        cx.verified = Some((self.certificate.len(), self.certificate.as_ptr().addr()));
        Ok(Box::new(ExpectFinished))
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<Transcript>> {
        Box::new(ExpectCertificateVerify {
            certificate: self.certificate.into_owned(),
        })
    }
}
