//! `CertificateVerify` (RFC 8446, section 4.4.3).

use codec::{Codec, HandshakeType, PayloadU16};

use super::encode::{handshake, vector_u16};
use super::whole;
use crate::{Error, SignatureScheme};

/// `CertificateVerify`: the signature that proves whose the certificate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CertificateVerify<'a> {
    /// `algorithm`
    pub scheme: SignatureScheme,
    /// `signature`
    pub signature: &'a [u8],
}

impl<'a> CertificateVerify<'a> {
    /// Decodes the body.
    ///
    /// # Errors
    ///
    /// If it cannot be decoded.
    pub fn decode(body: &'a [u8]) -> Result<Self, Error> {
        Ok(whole(body, "CertificateVerify", |r| {
            Ok(Self {
                scheme: SignatureScheme::read(r)?,
                signature: PayloadU16::read(r)?.bytes(),
            })
        })?)
    }

    /// Appends the message.
    ///
    /// # Panics
    ///
    /// If the signature is longer than 2^16 - 1 bytes.
    pub fn encode(&self, bytes: &mut Vec<u8>) {
        handshake(bytes, HandshakeType::CERTIFICATE_VERIFY, |bytes| {
            self.scheme.encode(bytes);
            vector_u16(bytes, |bytes| bytes.extend_from_slice(self.signature));
        });
    }
}

/// Who signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signer {
    /// The client.
    Client,
    /// The server.
    Server,
}

/// What a `CertificateVerify` signs, on the stack. See [`signed_content`].
#[derive(Clone)]
pub struct SignedContent {
    bytes: [u8; SignedContent::LONGEST],
    length: usize,
}

impl SignedContent {
    /// Octets that no message of earlier versions begins with.
    const PADDING: [u8; 64] = [0x20; 64];
    const CLIENT: &[u8; 34] = b"TLS 1.3, client CertificateVerify\0";
    const SERVER: &[u8; 34] = b"TLS 1.3, server CertificateVerify\0";
    const LONGEST_HASH: usize = 64;
    const LONGEST: usize = Self::PADDING.len() + Self::SERVER.len() + Self::LONGEST_HASH;
}

impl AsRef<[u8]> for SignedContent {
    fn as_ref(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// What `signer` signs: 64 spaces, a text, a zero and the hash of the handshake up to
/// here.
///
/// # Panics
///
/// If the hash is longer than 64 bytes.
pub fn signed_content(signer: Signer, transcript_hash: &[u8]) -> SignedContent {
    let text = match signer {
        Signer::Client => SignedContent::CLIENT,
        Signer::Server => SignedContent::SERVER,
    };
    let mut bytes = [0; SignedContent::LONGEST];
    let mut length = 0;
    for part in [&SignedContent::PADDING[..], text, transcript_hash] {
        bytes[length..length + part.len()].copy_from_slice(part);
        length += part.len();
    }
    SignedContent { bytes, length }
}
