//! A client's way through the server's authentication in TLS 1.3, with everything
//! left out but the borrowing (RFC 8446, appendix A.1).
//!
//! [`ExpectCertificateVerify`] keeps the certificate that came one message earlier.
//! In a flight that arrives whole it keeps a slice of the receive buffer.
//!
//! A HelloRequest changes nothing in any state: a client that is in the middle of a
//! handshake ignores it (RFC 5246, section 7.4.1.1). TLS 1.3 has no such message; it
//! is here because it is the shortest way to a state that stays what it is.

use codec::{Codec, Extension, HandshakeType, InvalidMessage, Opaque, PayloadU8, Vector};
use reader::Reader;

use crate::{Context, Message, Payload, State};

/// What the states leave behind.
#[derive(Debug, Default)]
pub struct Transcript {
    /// The certificate's length and address when its signature came.
    pub verified: Option<(usize, usize)>,
    /// The flight is over.
    pub finished: bool,
}

impl Context for Transcript {
    type Error = FlightError;
}

/// Why a flight fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FlightError {
    /// The state does not expect this message: `unexpected_message`.
    Unexpected(HandshakeType),
    /// The message cannot be decoded: `decode_error`.
    Invalid(InvalidMessage),
    /// The server has sent no certificate: `decode_error` (RFC 8446, section 4.4.2.4).
    NoCertificate,
}

impl From<InvalidMessage> for FlightError {
    fn from(invalid: InvalidMessage) -> Self {
        Self::Invalid(invalid)
    }
}

/// `CertificateEntry` of RFC 8446, section 4.4.2.
#[derive(Debug, Clone, Copy)]
struct CertificateEntry<'a> {
    cert_data: Opaque<'a, 1, 0xff_ffff>,
    extensions: Vector<'a, Extension<'a>, 0, 0xffff>,
}

impl<'a> Codec<'a> for CertificateEntry<'a> {
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        Ok(Self {
            cert_data: Opaque::read(r)?,
            extensions: Vector::read(r)?,
        })
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        self.cert_data.encode(bytes);
        self.extensions.encode(bytes);
    }
}

/// The first certificate of a `Certificate` message (RFC 8446, section 4.4.2): a
/// slice of the message.
///
/// # Errors
///
/// If the message cannot be decoded or has no certificate in it.
pub fn end_entity<'m>(message: Message<'m>) -> Result<&'m [u8], FlightError> {
    let mut r = Reader::new(message.body);
    PayloadU8::read(&mut r)?;
    let list: Vector<'m, CertificateEntry<'m>, 0, 0xff_ffff> = Codec::read(&mut r)?;
    if r.left() > 0 {
        return Err(InvalidMessage::TrailingData("Certificate").into());
    }
    match list.iter().next() {
        Some(entry) => Ok(entry.cert_data.bytes()),
        None => Err(FlightError::NoCertificate),
    }
}

/// `WAIT_CERT`. It holds nothing.
#[derive(Debug)]
pub struct ExpectCertificate;

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
        todo!("step 3: own this state")
    }
}

/// `WAIT_CV`. It holds the certificate, borrowed or owned.
#[derive(Debug)]
pub struct ExpectCertificateVerify<'a> {
    /// What the signature is to be checked with.
    pub certificate: Payload<'a>,
}

impl<'a> State<Transcript> for ExpectCertificateVerify<'a> {
    fn handle<'m>(
        self: Box<Self>,
        cx: &mut Transcript,
        message: Message<'m>,
    ) -> Result<Box<dyn State<Transcript> + 'm>, FlightError> {
        match message.typ {
            HandshakeType::CERTIFICATE_VERIFY => {
                cx.verified = Some((self.certificate.len(), self.certificate.as_ptr().addr()));
                Ok(Box::new(ExpectFinished))
            }
            HandshakeType::HELLO_REQUEST => Ok(self),
            unexpected => Err(FlightError::Unexpected(unexpected)),
        }
    }

    fn into_owned(self: Box<Self>) -> Box<dyn State<Transcript>> {
        todo!("step 3: own this state")
    }
}

/// `WAIT_FINISHED`, and the end: it takes the last message and stays.
#[derive(Debug)]
pub struct ExpectFinished;

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
        todo!("step 3: own this state")
    }
}
