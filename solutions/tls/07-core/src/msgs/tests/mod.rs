//! Tests of all messages together.

mod allocations;
mod properties;
mod recorded_messages;
mod refusals;

use codec::{CipherSuite, Codec, HandshakeType};

use super::encode::*;
use super::extension::{self, ExtensionSet};
use super::*;
use crate::{Error, NamedGroup, ProtocolVersion, SignatureScheme};

/// All that a peer may answer.
const OFFERED: ExtensionSet = ExtensionSet::of(&[
    extension::SERVER_NAME,
    extension::STATUS_REQUEST,
    extension::SUPPORTED_GROUPS,
    extension::ALPN,
    extension::RECORD_SIZE_LIMIT,
    extension::PRE_SHARED_KEY,
    extension::EARLY_DATA,
    extension::SUPPORTED_VERSIONS,
    extension::KEY_SHARE,
]);

/// The body of a message with its frame.
#[track_caller]
fn body(message: &[u8], msg_type: HandshakeType) -> &[u8] {
    let handshake = codec::Handshake::read_bytes(message).expect("a message and its frame");
    assert_eq!(handshake.msg_type, msg_type);
    handshake.body.bytes()
}

/// Decodes a `ClientHello` and what is in its extensions.
fn client_extensions(body: &[u8]) -> Result<ClientExtensions<'_>, Error> {
    ClientExtensions::decode(&decode_client_hello(body)?)
}

/// Decodes a body, and looks only whether that can be done.
type Decoder = fn(&[u8]) -> Result<(), Error>;

/// A decoder for each message.
const DECODERS: [(HandshakeType, Decoder); 9] = [
    (HandshakeType::CLIENT_HELLO, |body| {
        let extensions = client_extensions(body)?;
        extensions.binders_length();
        extensions.key_share_for(NamedGroup::X25519);
        extensions.offers_psk_dhe_ke();
        extensions.check_tls13().or(Ok(()))
    }),
    (HandshakeType::SERVER_HELLO, |body| {
        let hello = ServerHello::decode(body)?;
        hello.selected_version()?;
        if hello.is_hello_retry_request() {
            HelloRetryRequestExtensions::decode(&hello, OFFERED)?;
        } else {
            ServerHelloExtensions::decode(&hello, OFFERED)?;
        }
        Ok(())
    }),
    (HandshakeType::ENCRYPTED_EXTENSIONS, |body| {
        EncryptedExtensions::decode(body, OFFERED).map(drop)
    }),
    (HandshakeType::CERTIFICATE_REQUEST, |body| {
        CertificateRequest::decode(body).map(drop)
    }),
    (HandshakeType::CERTIFICATE, |body| {
        let certificate = Certificate::decode(body, OFFERED)?;
        assert_eq!(
            certificate.certificates().next(),
            certificate.end_entity(),
            "the first is the sender's own"
        );
        Ok(())
    }),
    (HandshakeType::CERTIFICATE_VERIFY, |body| {
        CertificateVerify::decode(body).map(drop)
    }),
    (HandshakeType::FINISHED, |body| {
        Finished::decode(body, 32).map(drop)
    }),
    (HandshakeType::NEW_SESSION_TICKET, |body| {
        NewSessionTicket::decode(body).map(drop)
    }),
    (HandshakeType::KEY_UPDATE, |body| {
        KeyUpdate::decode(body).map(drop)
    }),
];

/// The decoder of messages of that type.
fn decoder(msg_type: HandshakeType) -> Decoder {
    DECODERS
        .into_iter()
        .find(|(of, _)| *of == msg_type)
        .expect("there is a decoder")
        .1
}

/// A hello with everything in it.
fn full_client_hello(bytes: &mut Vec<u8>) {
    NewClientHello {
        random: &[7; 32],
        session_id: &[8; 32],
        cipher_suites: [CipherSuite(0x1302), CipherSuite(0x1301)],
        versions: &[ProtocolVersion::TLSV1_3, ProtocolVersion::TLSV1_2],
        groups: [NamedGroup::X25519, NamedGroup::SECP256R1],
        schemes: &[
            SignatureScheme::ED25519,
            SignatureScheme::ECDSA_SECP256R1_SHA256,
        ],
        key_shares: [(NamedGroup::X25519, &[9_u8; 32][..])],
        server_name: Some("workshop.example."),
        alpn: &[b"h2".to_vec(), b"http/1.1".to_vec()],
        cookie: Some(b"a cookie"),
        psk_dhe_ke: true,
        psk: Some(NewPsk {
            identity: PskIdentity {
                identity: b"a ticket",
                obfuscated_ticket_age: 0x0102_0304,
            },
            binder_length: 48,
        }),
    }
    .encode(bytes);
}

/// One message of every type, with everything in it.
fn one_of_each() -> Vec<(HandshakeType, Vec<u8>)> {
    fn encoded(encode: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
        let mut bytes = Vec::new();
        encode(&mut bytes);
        bytes
    }

    vec![
        (HandshakeType::CLIENT_HELLO, encoded(full_client_hello)),
        (
            HandshakeType::SERVER_HELLO,
            encoded(|bytes| {
                NewServerHello {
                    random: &[1; 32],
                    session_id: &[8; 32],
                    cipher_suite: CipherSuite(0x1301),
                    key_share: Some((NamedGroup::X25519, &[2; 32])),
                    selected_psk: Some(0),
                }
                .encode(bytes);
            }),
        ),
        (
            HandshakeType::SERVER_HELLO,
            encoded(|bytes| {
                NewHelloRetryRequest {
                    session_id: &[],
                    cipher_suite: CipherSuite(0x1301),
                    group: Some(NamedGroup::SECP256R1),
                    cookie: Some(b"a cookie"),
                }
                .encode(bytes);
            }),
        ),
        (
            HandshakeType::ENCRYPTED_EXTENSIONS,
            encoded(|bytes| {
                EncryptedExtensions {
                    server_name: true,
                    alpn: Some(b"h2"),
                    early_data: true,
                }
                .encode(bytes);
            }),
        ),
        (
            HandshakeType::CERTIFICATE_REQUEST,
            encoded(|bytes| {
                encode_certificate_request(
                    bytes,
                    b"context",
                    &[SignatureScheme::ED25519],
                    [&b"one name"[..], b"another"],
                );
            }),
        ),
        (
            HandshakeType::CERTIFICATE,
            encoded(|bytes| {
                encode_certificate(bytes, b"context", &[vec![1; 700].into(), vec![2; 3].into()]);
            }),
        ),
        (
            HandshakeType::CERTIFICATE_VERIFY,
            encoded(|bytes| {
                CertificateVerify {
                    scheme: SignatureScheme::ED25519,
                    signature: &[5; 64],
                }
                .encode(bytes);
            }),
        ),
        (
            HandshakeType::FINISHED,
            encoded(|bytes| {
                Finished {
                    verify_data: &[6; 32],
                }
                .encode(bytes);
            }),
        ),
        (
            HandshakeType::NEW_SESSION_TICKET,
            encoded(|bytes| {
                NewSessionTicket {
                    ticket_lifetime: 3600,
                    ticket_age_add: 0x0a0b_0c0d,
                    ticket_nonce: &[0, 1],
                    ticket: b"a ticket",
                    max_early_data_size: Some(0x0001_0203),
                }
                .encode(bytes);
            }),
        ),
        (
            HandshakeType::KEY_UPDATE,
            encoded(|bytes| KeyUpdate::UpdateRequested.encode(bytes)),
        ),
    ]
}

#[test]
fn one_of_each_is_decoded() {
    for (msg_type, message) in one_of_each() {
        assert_eq!(
            decoder(msg_type)(body(&message, msg_type)),
            Ok(()),
            "{msg_type:?}"
        );
    }
}
