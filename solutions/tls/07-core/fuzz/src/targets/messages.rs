//! The bodies of the handshake's messages, and alerts.

use codec::{ClientHello, Codec, Extension};
use tls_core::Alert;
use tls_core::fuzzing::{
    Certificate, CertificateRequest, CertificateVerify, ClientExtensions, EncryptedExtensions,
    ExtensionSet, Finished, HelloRetryRequestExtensions, KeyUpdate, NewSessionTicket, ServerHello,
    ServerHelloExtensions,
    extension::{
        ALPN, EARLY_DATA, KEY_SHARE, PRE_SHARED_KEY, RECORD_SIZE_LIMIT, SERVER_NAME,
        SIGNED_CERTIFICATE_TIMESTAMP, STATUS_REQUEST, SUPPORTED_GROUPS, SUPPORTED_VERSIONS,
    },
};

/// The length of the frame around a body (RFC 8446, section 4).
const FRAME: usize = 4;

/// As if everything had been offered that may be answered.
const OFFERED: ExtensionSet = ExtensionSet::of(&[
    ALPN,
    EARLY_DATA,
    KEY_SHARE,
    PRE_SHARED_KEY,
    RECORD_SIZE_LIMIT,
    SERVER_NAME,
    SIGNED_CERTIFICATE_TIMESTAMP,
    STATUS_REQUEST,
    SUPPORTED_GROUPS,
    SUPPORTED_VERSIONS,
]);

/// `part` was not copied: it lies in `body`.
fn lies_in(body: &[u8], part: &[u8]) {
    let (body, part) = (body.as_ptr_range(), part.as_ptr_range());
    assert!(body.start <= part.start && part.end <= body.end);
}

fn lie_in<'a>(body: &[u8], extensions: impl Iterator<Item = Extension<'a>>) {
    for extension in extensions {
        lies_in(body, extension.extension_data.bytes());
    }
}

/// A `ClientHello`, and what its extensions say.
pub fn client_hello(body: &[u8]) {
    let Ok(hello) = ClientHello::read_bytes(body) else {
        return;
    };
    assert_eq!(hello.get_encoding(), body);
    lies_in(body, hello.random);
    lies_in(body, hello.legacy_session_id.bytes());
    lies_in(body, hello.legacy_compression_methods.bytes());
    assert_eq!(
        hello.cipher_suites.iter().count() * 2,
        hello.cipher_suites.bytes().len()
    );
    lie_in(body, hello.extensions.iter());

    let Ok(extensions) = ClientExtensions::decode(&hello) else {
        return;
    };
    if let Some(name) = extensions.server_name {
        lies_in(body, name.as_bytes());
        assert!(!name.is_empty() && !name.ends_with('.'));
    }
    for name in extensions.alpn.into_iter().flat_map(|names| names.iter()) {
        lies_in(body, name.bytes());
        assert!(!name.bytes().is_empty());
    }
    if let Some(cookie) = extensions.cookie {
        lies_in(body, cookie);
    }
    for share in extensions
        .key_share
        .into_iter()
        .flat_map(|list| list.iter())
    {
        lies_in(body, share.key_exchange);
        let first = extensions.key_share_for(share.group);
        assert!(first.is_some(), "a share is there and not found");
    }
    for (identity, binder) in extensions
        .pre_shared_key
        .into_iter()
        .flat_map(|psks| psks.iter())
    {
        lies_in(body, identity.identity);
        lies_in(body, binder);
    }
    assert!(extensions.binders_length() < body.len());
    let _ = extensions.offers_tls13();
    let _ = extensions.offers_psk_dhe_ke();
    let _ = extensions.check_tls13();
}

/// A `ServerHello` or a `HelloRetryRequest`.
pub fn server_hello(body: &[u8]) {
    let Ok(hello) = ServerHello::decode(body) else {
        return;
    };
    lies_in(body, hello.random);
    lies_in(body, hello.legacy_session_id_echo.bytes());
    lie_in(body, hello.extensions.iter());
    let _ = hello.has_downgrade_sentinel();
    let _ = hello.selected_version();
    if hello.is_hello_retry_request() {
        if let Ok(extensions) = HelloRetryRequestExtensions::decode(&hello, OFFERED) {
            let cookie = extensions.cookie.unwrap_or(body);
            lies_in(body, cookie);
            assert!(!cookie.is_empty());
        }
    } else if let Ok(extensions) = ServerHelloExtensions::decode(&hello, OFFERED) {
        let share = extensions.key_share.map(|share| share.key_exchange);
        lies_in(body, share.unwrap_or(body));
    }
}

/// An `EncryptedExtensions`.
pub fn encrypted_extensions(body: &[u8]) {
    let Ok(decoded) = EncryptedExtensions::decode(body, OFFERED) else {
        return;
    };
    lies_in(body, decoded.alpn.unwrap_or(body));
    // What it ignores is not encoded again, so it may be shorter.
    let mut encoded = Vec::new();
    decoded.encode(&mut encoded);
    assert!(encoded.len() <= FRAME + body.len());
    assert_eq!(
        EncryptedExtensions::decode(&encoded[FRAME..], OFFERED),
        Ok(decoded)
    );
}

/// A `CertificateRequest`.
pub fn certificate_request(body: &[u8]) {
    let Ok(decoded) = CertificateRequest::decode(body) else {
        return;
    };
    lies_in(body, decoded.context);
    assert!(decoded.signature_algorithms.iter().count() > 0);
    for name in decoded
        .certificate_authorities
        .into_iter()
        .flat_map(|list| list.iter())
    {
        lies_in(body, name.bytes());
        assert!(!name.bytes().is_empty());
    }
}

/// A `Certificate`.
pub fn certificate(body: &[u8]) {
    let Ok(decoded) = Certificate::decode(body, OFFERED) else {
        return;
    };
    lies_in(body, decoded.context);
    let mut encoded = Vec::new();
    for (entry, certificate) in decoded.list.iter().zip(decoded.certificates()) {
        lies_in(body, &certificate);
        lie_in(body, entry.extensions.iter());
        entry.encode(&mut encoded);
    }
    assert_eq!(encoded, decoded.list.bytes());
    assert_eq!(decoded.end_entity(), decoded.certificates().next());
}

/// A `CertificateVerify`.
pub fn certificate_verify(body: &[u8]) {
    let Ok(decoded) = CertificateVerify::decode(body) else {
        return;
    };
    lies_in(body, decoded.signature);
    let mut encoded = Vec::new();
    decoded.encode(&mut encoded);
    assert_eq!(&encoded[FRAME..], body);
}

/// A `Finished`, of either hash.
pub fn finished(body: &[u8]) {
    for length in [32, 48] {
        match Finished::decode(body, length) {
            Ok(decoded) => assert_eq!((decoded.verify_data, body.len()), (body, length)),
            Err(_) => assert_ne!(body.len(), length),
        }
    }
}

/// A `NewSessionTicket`.
pub fn new_session_ticket(body: &[u8]) {
    let Ok(decoded) = NewSessionTicket::decode(body) else {
        return;
    };
    lies_in(body, decoded.ticket_nonce);
    lies_in(body, decoded.ticket);
    assert!(!decoded.ticket.is_empty());
    // What it ignores is not encoded again, so it may be shorter.
    let mut encoded = Vec::new();
    decoded.encode(&mut encoded);
    assert!(encoded.len() <= FRAME + body.len());
    assert_eq!(NewSessionTicket::decode(&encoded[FRAME..]), Ok(decoded));
}

/// A `KeyUpdate`.
pub fn key_update(body: &[u8]) {
    let Ok(decoded) = KeyUpdate::decode(body) else {
        return;
    };
    let mut encoded = Vec::new();
    decoded.encode(&mut encoded);
    assert_eq!(&encoded[FRAME..], body);
}

/// An `Alert`.
pub fn alert(body: &[u8]) {
    match Alert::read_bytes(body) {
        Ok(alert) => assert_eq!(alert.get_encoding(), body),
        Err(_) => assert_ne!(body.len(), 2),
    }
}
