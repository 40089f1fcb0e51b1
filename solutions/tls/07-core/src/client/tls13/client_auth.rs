//! The client's certificate, if the server asks for one.

use std::sync::Arc;

use crate::cert::CertifiedKey;
use crate::client::{ClientConfig, CredentialRequest};
use crate::common::CommonState;
use crate::msgs::{
    CertificateRequest, CertificateVerify, Signer, encode_certificate, signed_content,
};
use crate::transcript::Transcript;
use crate::{Error, SignatureScheme};

/// The answer to a CertificateRequest: a certificate and how to sign with it, or
/// none, which is an answer too (section 4.4.2).
pub(super) struct ClientAuth(pub(super) Option<(Arc<CertifiedKey>, SignatureScheme)>);

impl ClientAuth {
    pub(super) fn choose(config: &ClientConfig, request: &CertificateRequest<'_>) -> Self {
        let schemes = request.signature_algorithms;
        let request = CredentialRequest::new(schemes, request.certificate_authorities);
        let certified = config.client_auth_cert_resolver.resolve(&request);
        Self(certified.and_then(|certified| {
            let certified = certified.presentable()?;
            let scheme = certified.choose_scheme(request.signature_schemes())?;
            Some((certified, scheme))
        }))
    }
}

/// Sends the client's certificate and the proof that the key is its own.
pub(super) fn authenticate(
    cx: &mut CommonState,
    transcript: &mut Transcript,
    ClientAuth(client_auth): ClientAuth,
) -> Result<(), Error> {
    let chain = client_auth
        .as_ref()
        .map_or(&[][..], |(certified, _)| &certified.cert);
    cx.add_message(transcript, |bytes| encode_certificate(bytes, &[], chain));
    let Some((certified, scheme)) = client_auth else {
        return Ok(());
    };
    let content = signed_content(Signer::Client, transcript.current().as_ref());
    let signature = certified.key.sign(scheme, content.as_ref())?;
    cx.add_message(transcript, |bytes| {
        CertificateVerify {
            scheme,
            signature: &signature,
        }
        .encode(bytes);
    });
    Ok(())
}
