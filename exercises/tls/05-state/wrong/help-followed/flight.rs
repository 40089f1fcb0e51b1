impl State<Transcript> for ExpectCertificate {
    fn handle<'m>(
        self: Box<Self>,
        _cx: &mut Transcript,
        message: Message<'m>,
    ) -> Result<Box<dyn State<Transcript> + 'm>, FlightError> {
        match message.typ {
            HandshakeType::CERTIFICATE => Ok(Box::new(ExpectCertificateVerify {
                certificate: Payload::Borrowed(end_entity(message)?),
            })),
            HandshakeType::HELLO_REQUEST => Ok(self),
            unexpected => Err(FlightError::Unexpected(unexpected)),
        }
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<Transcript>> {
        self
    }
}

impl<'a> State<Transcript> for ExpectCertificateVerify<'a> {
    fn handle<'m>(
        self: Box<Self>,
        cx: &mut Transcript,
        message: Message<'m>,
    ) -> Result<Box<dyn State<Transcript> + 'm>, FlightError>
    where
        'a: 'm,
    {
        match message.typ {
            HandshakeType::CERTIFICATE_VERIFY => {
                cx.verified = Some((self.certificate.len(), self.certificate.as_ptr().addr()));
                Ok(Box::new(ExpectFinished))
            }
            // This arm is what the bound is for: `Self` goes out as `+ 'm`.
            HandshakeType::HELLO_REQUEST => Ok(self),
            unexpected => Err(FlightError::Unexpected(unexpected)),
        }
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<Transcript>> {
        Box::new(ExpectCertificateVerify {
            certificate: self.certificate.into_owned(),
        })
    }
}

impl State<Transcript> for ExpectFinished {
    fn handle<'m>(
        self: Box<Self>,
        cx: &mut Transcript,
        message: Message<'m>,
    ) -> Result<Box<dyn State<Transcript> + 'm>, FlightError> {
        match message.typ {
            HandshakeType::FINISHED if !cx.finished => {
                cx.finished = true;
                Ok(self)
            }
            HandshakeType::HELLO_REQUEST => Ok(self),
            unexpected => Err(FlightError::Unexpected(unexpected)),
        }
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<Transcript>> {
        self
    }
}
