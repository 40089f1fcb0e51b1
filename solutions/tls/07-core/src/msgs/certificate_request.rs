//! `CertificateRequest` (RFC 8446, section 4.3.2).

use codec::{Codec, HandshakeType, Opaque, PayloadU8, Vector};

use super::encode::{extension, handshake, list_u16, vector_u8, vector_u16};
use super::extension::{
    CERTIFICATE_AUTHORITIES, ExtensionSet, SIGNATURE_ALGORITHMS, SIGNATURE_ALGORITHMS_CERT,
    SIGNED_CERTIFICATE_TIMESTAMP, STATUS_REQUEST, check_request,
};
use super::lists::{Extensions, SignatureSchemes};
use super::whole;
use crate::{Error, PeerMisbehaved, SignatureScheme};

/// `DistinguishedName` (RFC 8446, section 4.2.4): a DER-encoded X.501 name.
pub type DistinguishedName<'a> = Opaque<'a, 1, 0xffff>;

/// `CertificateRequest`: the server wants the client's certificate.
#[derive(Debug, Clone, Copy)]
pub struct CertificateRequest<'a> {
    /// `certificate_request_context`: empty in a handshake.
    pub context: &'a [u8],
    /// `signature_algorithms` (section 4.2.3)
    pub signature_algorithms: SignatureSchemes<'a>,
    /// `certificate_authorities` (section 4.2.4): whose certificates the server takes.
    pub certificate_authorities: Option<Vector<'a, DistinguishedName<'a>, 3, 0xffff>>,
}

impl<'a> CertificateRequest<'a> {
    const ALLOWED: ExtensionSet = ExtensionSet::of(&[
        STATUS_REQUEST,
        SIGNATURE_ALGORITHMS,
        SIGNED_CERTIFICATE_TIMESTAMP,
        CERTIFICATE_AUTHORITIES,
        SIGNATURE_ALGORITHMS_CERT,
    ]);

    /// Decodes the body.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded, an extension is there twice or out of place, or
    /// `signature_algorithms` is missing.
    pub fn decode(body: &'a [u8]) -> Result<Self, Error> {
        let (context, extensions) = whole(body, "CertificateRequest", |r| {
            Ok((PayloadU8::read(r)?.bytes(), Extensions::read(r)?))
        })?;
        check_request(extensions.iter(), Self::ALLOWED)?;
        let mut signature_algorithms = None;
        let mut certificate_authorities = None;
        for extension in extensions.iter() {
            let data = extension.extension_data.bytes();
            match extension.extension_type {
                SIGNATURE_ALGORITHMS => signature_algorithms = Some(Codec::read_bytes(data)?),
                SIGNATURE_ALGORITHMS_CERT => {
                    // No choice hangs on it: there is one chain, and it is sent
                    // whatever signed it (section 4.4.2.2).
                    SignatureSchemes::read_bytes(data)?;
                }
                CERTIFICATE_AUTHORITIES => {
                    certificate_authorities = Some(Codec::read_bytes(data)?);
                }
                _ => {}
            }
        }
        Ok(Self {
            context,
            signature_algorithms: signature_algorithms
                .ok_or(PeerMisbehaved::MissingSignatureAlgorithms)?,
            certificate_authorities,
        })
    }
}

/// Appends a `CertificateRequest`: for certificates that `authorities`, DER-encoded
/// names, have issued, or anybody if there are none.
///
/// # Panics
///
/// If the names take more than 2^16 - 1 bytes together, with two bytes for each.
pub fn encode_certificate_request<'a>(
    bytes: &mut Vec<u8>,
    context: &[u8],
    schemes: &[SignatureScheme],
    authorities: impl IntoIterator<Item = &'a [u8]>,
) {
    handshake(bytes, HandshakeType::CERTIFICATE_REQUEST, |bytes| {
        vector_u8(bytes, |bytes| bytes.extend_from_slice(context));
        vector_u16(bytes, |bytes| {
            extension(bytes, SIGNATURE_ALGORITHMS, |bytes| {
                list_u16(bytes, schemes.iter().copied());
            });
            let mut authorities = authorities.into_iter().peekable();
            if authorities.peek().is_some() {
                extension(bytes, CERTIFICATE_AUTHORITIES, |bytes| {
                    vector_u16(bytes, |bytes| {
                        for name in authorities {
                            vector_u16(bytes, |bytes| bytes.extend_from_slice(name));
                        }
                    });
                });
            }
        });
    });
}
