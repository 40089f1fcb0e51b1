//! `Certificate` (RFC 8446, section 4.4.2).

use codec::{Codec, HandshakeType, InvalidMessage, Opaque, PayloadU8, Vector};
use pki_types::CertificateDer;
use reader::Reader;

use super::encode::{handshake, vector_u8, vector_u16, vector_u24};
use super::extension::{
    ExtensionSet, SIGNED_CERTIFICATE_TIMESTAMP, STATUS_REQUEST, check_response,
};
use super::lists::Extensions;
use super::whole;
use crate::Error;

/// `CertificateEntry`: a certificate, and what belongs to it.
#[derive(Debug, Clone, Copy)]
pub struct CertificateEntry<'a> {
    /// `cert_data`: an X.509 certificate in DER, 1 to 2^24 - 1 bytes.
    pub cert_data: &'a [u8],
    /// `extensions`
    pub extensions: Extensions<'a>,
}

impl<'a> Codec<'a> for CertificateEntry<'a> {
    fn read(r: &mut Reader<'a>) -> Result<Self, InvalidMessage> {
        Ok(Self {
            cert_data: Opaque::<1, 0xff_ffff>::read(r)?.bytes(),
            extensions: Extensions::read(r)?,
        })
    }

    fn encode(&self, bytes: &mut Vec<u8>) {
        vector_u24(bytes, |bytes| bytes.extend_from_slice(self.cert_data));
        self.extensions.encode(bytes);
    }
}

/// `Certificate`: a chain, the sender's own certificate first.
#[derive(Debug, Clone, Copy)]
pub struct Certificate<'a> {
    /// `certificate_request_context`: that of the `CertificateRequest`, empty from a
    /// server.
    pub context: &'a [u8],
    /// `certificate_list`. A client that has no certificate sends an empty one.
    pub list: Vector<'a, CertificateEntry<'a>, 0, 0xff_ffff>,
}

impl<'a> Certificate<'a> {
    const ALLOWED: ExtensionSet = ExtensionSet::of(&[STATUS_REQUEST, SIGNED_CERTIFICATE_TIMESTAMP]);

    /// Decodes the body. `offered` are the extensions of the hello or the
    /// `CertificateRequest` that it answers.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded, or an extension of an entry is there twice, was not
    /// offered or is out of place.
    pub fn decode(body: &'a [u8], offered: ExtensionSet) -> Result<Self, Error> {
        let certificate = whole(body, "Certificate", |r| {
            Ok(Self {
                context: PayloadU8::read(r)?.bytes(),
                list: Vector::read(r)?,
            })
        })?;
        for entry in certificate.list.iter() {
            check_response(entry.extensions.iter(), offered, Self::ALLOWED)?;
        }
        Ok(certificate)
    }

    /// The certificates: slices of the message.
    pub fn certificates(self) -> impl Iterator<Item = CertificateDer<'a>> {
        self.list
            .iter()
            .map(|entry| CertificateDer::from(entry.cert_data))
    }

    /// The sender's own certificate, if it has sent any.
    pub fn end_entity(self) -> Option<CertificateDer<'a>> {
        self.certificates().next()
    }
}

/// Appends a `Certificate` without extensions.
///
/// # Panics
///
/// If the chain takes more than 2^24 - 1 bytes.
pub fn encode_certificate(bytes: &mut Vec<u8>, context: &[u8], chain: &[CertificateDer<'_>]) {
    handshake(bytes, HandshakeType::CERTIFICATE, |bytes| {
        vector_u8(bytes, |bytes| bytes.extend_from_slice(context));
        vector_u24(bytes, |bytes| {
            for certificate in chain {
                vector_u24(bytes, |bytes| bytes.extend_from_slice(certificate));
                vector_u16(bytes, |_| {});
            }
        });
    });
}
