//! Certificates, signatures and Finished (RFC 8446, sections 4.3.2 and 4.4).

use std::sync::Arc;

use codec::InvalidMessage;
use pki_types::{CertificateDer, ServerName, UnixTime};

use super::support::{
    PlayedClient, PlayedServer, Trust, certificate_verify, client_config, encoded, everywhere,
    identity, server_config_with_auth,
};
use crate::client::{ServerCertVerified, ServerCertVerifier};
use crate::msgs::{CertificateVerify, Signer};
use crate::server::{ClientCertVerified, ClientCertVerifier};
use crate::{AlertDescription, CertificateError, Error, PeerMisbehaved, RootCertStore};
use crate::{ClientConfig, DistinguishedName, HandshakeSignatureValid, SignatureScheme};

#[test]
fn a_wrong_finished() {
    let refused = Error::DecryptError("Finished");
    everywhere(|delivery| {
        for position in [4, 35] {
            let mut server = PlayedServer::new(delivery);
            server.up_to_finished();
            let mut message = server.finished();
            message[position] ^= 1;
            server.refuse_message(&message, AlertDescription::DECRYPT_ERROR, refused.clone());

            let mut client = PlayedClient::new(delivery);
            client.send_hello();
            let mut message = client.finished();
            message[position] ^= 1;
            client.refuse_message(&message, AlertDescription::DECRYPT_ERROR, refused.clone());
        }
    });
}

/// It is as long as the hash.
#[test]
fn a_finished_of_another_length() {
    everywhere(|delivery| {
        for length in [0, 31, 33, 48] {
            let message = super::support::message(codec::HandshakeType::FINISHED, &vec![0; length]);
            let error = InvalidMessage::IllegalLength("Finished");

            let mut server = PlayedServer::new(delivery);
            server.up_to_finished();
            server.refuse_message(&message, AlertDescription::DECODE_ERROR, error);

            let mut client = PlayedClient::new(delivery);
            client.send_hello();
            client.refuse_message(&message, AlertDescription::DECODE_ERROR, error);
        }
    });
}

/// A message that one of the two did not see ends the handshake at the Finished.
#[test]
fn a_finished_over_other_messages() {
    everywhere(|delivery| {
        let mut server = PlayedServer::new(delivery);
        server.up_to_finished();
        server.transcript.add_encoded(&[0]);
        let message = server.finished();
        server.refuse_message(
            &message,
            AlertDescription::DECRYPT_ERROR,
            Error::DecryptError("Finished"),
        );
    });
}

/// Makes a `CertificateVerify` another one: with that scheme, or that signature.
fn changed(
    message: &[u8],
    scheme: Option<SignatureScheme>,
    change: impl FnOnce(&mut Vec<u8>),
) -> Vec<u8> {
    let verify = CertificateVerify::decode(&message[4..]).expect("a CertificateVerify");
    let mut signature = verify.signature.to_vec();
    change(&mut signature);
    encoded(|bytes| {
        CertificateVerify {
            scheme: scheme.unwrap_or(verify.scheme),
            signature: &signature,
        }
        .encode(bytes);
    })
}

/// Refuses changed signatures, of servers and of clients.
#[track_caller]
fn refuse_signature(
    change: impl Fn(&[u8]) -> Vec<u8>,
    alert: AlertDescription,
    error: impl Into<Error> + Clone,
) {
    everywhere(|delivery| {
        let mut server = PlayedServer::new(delivery);
        server.send_hello();
        server.send_extensions();
        server.send_certificate();
        let message = change(&server.certificate_verify());
        server.refuse_message(&message, alert, error.clone());

        let mut client = PlayedClient::trusting(delivery, Trust::Both);
        client.send_hello();
        client.send_certificate();
        let message = change(&client.certificate_verify());
        client.refuse_message(&message, alert, error.clone());
    });
}

#[test]
fn a_wrong_signature() {
    let changes: [fn(&mut Vec<u8>); 3] = [
        |signature| signature[0] ^= 1,
        |signature| signature.truncate(63),
        |signature| signature.clear(),
    ];
    for change in changes {
        refuse_signature(
            |message| changed(message, None, change),
            AlertDescription::DECRYPT_ERROR,
            Error::DecryptError("signature"),
        );
    }
}

/// Section 4.4.3: a scheme that was offered, and not one that is for certificates only.
#[test]
fn a_scheme_that_was_not_offered() {
    for scheme in [
        SignatureScheme::RSA_PKCS1_SHA256,
        SignatureScheme::RSA_PKCS1_SHA512,
        // With SHA-1, of Ed448, and none.
        SignatureScheme(0x0203),
        SignatureScheme(0x0808),
        SignatureScheme(0xfafa),
    ] {
        refuse_signature(
            |message| changed(message, Some(scheme), |_| {}),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SignedWithUnofferedScheme,
        );
    }
}

/// A verifier of the application's own that accepts whatever is signed.
#[derive(Debug)]
struct Credulous;

impl Credulous {
    /// One for the handshake, and one for certificates only.
    const SCHEMES: [SignatureScheme; 2] =
        [SignatureScheme::ED25519, SignatureScheme::RSA_PKCS1_SHA256];
}

impl ServerCertVerifier for Credulous {
    fn verify_server_cert(
        &self,
        _end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _scheme: SignatureScheme,
        _signature: &[u8],
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> &[SignatureScheme] {
        &Self::SCHEMES
    }
}

impl ClientCertVerifier for Credulous {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        _end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _now: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        Ok(ClientCertVerified::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _message: &[u8],
        _cert: &CertificateDer<'_>,
        _scheme: SignatureScheme,
        _signature: &[u8],
    ) -> Result<HandshakeSignatureValid, Error> {
        Ok(HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> &[SignatureScheme] {
        &Self::SCHEMES
    }
}

/// Section 4.4.3: who signs keeps to what was offered, and to what TLS 1.3 allows. That is
/// not left to the verifier.
#[test]
fn a_scheme_that_a_credulous_verifier_would_take() {
    everywhere(|delivery| {
        let with_server = || {
            let mut config = client_config();
            config.verifier = Arc::new(Credulous);
            let mut server = PlayedServer::of(delivery, config);
            server.send_hello();
            server.send_extensions();
            server.send_certificate();
            server
        };
        let with_client = || {
            let mut config = server_config_with_auth();
            config.verifier = Arc::new(Credulous);
            let mut client = PlayedClient::of(delivery, config);
            client.send_hello();
            client.send_certificate();
            client
        };
        let signed_with = |scheme| {
            encoded(|bytes| {
                let signature = &[];
                CertificateVerify { scheme, signature }.encode(bytes);
            })
        };

        let mut server = with_server();
        server.send_message(&signed_with(SignatureScheme::ED25519));
        server.send_finished();
        server.assert_connected();
        let mut client = with_client();
        client.send_message(&signed_with(SignatureScheme::ED25519));
        client.send_finished();
        client.assert_connected();

        for scheme in [
            // Offered, and not for the handshake; and the other way round.
            SignatureScheme::RSA_PKCS1_SHA256,
            SignatureScheme::RSA_PSS_RSAE_SHA256,
        ] {
            with_server().refuse_message(
                &signed_with(scheme),
                AlertDescription::ILLEGAL_PARAMETER,
                PeerMisbehaved::SignedWithUnofferedScheme,
            );
            with_client().refuse_message(
                &signed_with(scheme),
                AlertDescription::ILLEGAL_PARAMETER,
                PeerMisbehaved::SignedWithUnofferedScheme,
            );
        }
    });
}

#[test]
fn a_scheme_of_another_key() {
    for scheme in [
        SignatureScheme::ECDSA_SECP256R1_SHA256,
        SignatureScheme::RSA_PSS_RSAE_SHA256,
    ] {
        refuse_signature(
            |message| changed(message, Some(scheme), |_| {}),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SignedWithSchemeOfOtherKey,
        );
    }
}

/// Section 4.4.3: a server's signature is not a client's. The text in front of the hash
/// tells them apart.
#[test]
fn a_signature_of_the_other_side() {
    everywhere(|delivery| {
        let mut server = PlayedServer::new(delivery);
        server.send_hello();
        server.send_extensions();
        server.send_certificate();
        let message = certificate_verify(Signer::Client, &server.transcript.current());
        server.refuse_message(
            &message,
            AlertDescription::DECRYPT_ERROR,
            Error::DecryptError("signature"),
        );
    });
}

/// Sections 4.3.2 and 4.4.2: the context is for requests after the handshake.
#[test]
fn contexts() {
    everywhere(|delivery| {
        let mut server = PlayedServer::new(delivery);
        server.send_hello();
        server.send_extensions();
        server.refuse_message(
            &PlayedServer::request(&[1]),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::WrongContext,
        );

        let certificate = PlayedServer::certificate(&[1], &identity().chain);
        let mut server = PlayedServer::new(delivery);
        server.send_hello();
        server.send_extensions();
        server.refuse_message(
            &certificate,
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::WrongContext,
        );

        let mut client = PlayedClient::trusting(delivery, Trust::Both);
        client.send_hello();
        client.refuse_message(
            &certificate,
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::WrongContext,
        );
    });
}

/// Section 4.4.2.4: a server has a certificate. A client that has none says so, and may
/// be refused for that.
#[test]
fn no_certificate() {
    let none = PlayedServer::certificate(&[], &[]);
    everywhere(|delivery| {
        let mut server = PlayedServer::new(delivery);
        server.send_hello();
        server.send_extensions();
        server.refuse_message(
            &none,
            AlertDescription::DECODE_ERROR,
            InvalidMessage::MissingData("a server's Certificate"),
        );

        let mut client = PlayedClient::trusting(delivery, Trust::Both);
        client.send_hello();
        client.refuse_message(
            &none,
            AlertDescription::CERTIFICATE_REQUIRED,
            Error::NoCertificatesPresented,
        );
    });
}

/// A certificate of nobody that is trusted.
#[test]
fn an_unknown_authority() {
    everywhere(|delivery| {
        let mut stranger = RootCertStore::empty();
        let key = rcgen::KeyPair::generate().expect("a key");
        let mut params = rcgen::CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        params
            .distinguished_name
            .push(rcgen::DnType::CommonName, "a stranger");
        let authority = params.self_signed(&key).expect("signed");
        stranger.add(authority.der().clone()).expect("an authority");
        let config = ClientConfig::builder_with_provider(client_config().provider)
            .with_root_certificates(stranger)
            .with_no_client_auth();
        let mut server = PlayedServer::of(delivery, config);
        server.send_hello();
        server.send_extensions();
        server.send_certificate();
        let message = server.certificate_verify();
        server.refuse_message(
            &message,
            AlertDescription::UNKNOWN_CA,
            CertificateError::UnknownIssuer,
        );
    });
}

/// What cannot be decoded as a certificate.
#[test]
fn no_certificate_at_all() {
    let nonsense = PlayedServer::certificate(&[], &[CertificateDer::from(&[0x30, 0][..])]);
    everywhere(|delivery| {
        let mut server = PlayedServer::new(delivery);
        server.send_hello();
        server.send_extensions();
        server.send_message(&nonsense);
        let message = server.certificate_verify();
        server.refuse_message(
            &message,
            AlertDescription::BAD_CERTIFICATE,
            CertificateError::BadEncoding,
        );

        let mut client = PlayedClient::of(delivery, server_config_with_auth());
        client.send_hello();
        client.send_message(&nonsense);
        let message = client.certificate_verify();
        client.refuse_message(
            &message,
            AlertDescription::BAD_CERTIFICATE,
            CertificateError::BadEncoding,
        );
    });
}
