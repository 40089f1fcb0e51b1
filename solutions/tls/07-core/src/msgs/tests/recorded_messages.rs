//! The messages of RFC 8448, section 3, and the hellos of real clients.

use recorded::{client_hellos, rfc8448};

use super::*;

#[test]
fn client_hello_of_rfc_8448() {
    let body = body(rfc8448::CLIENT_HELLO, HandshakeType::CLIENT_HELLO);
    let extensions = client_extensions(body).expect("a real hello");
    assert_eq!(extensions.server_name, Some("server"));
    assert!(extensions.offers_tls13() && extensions.offers_psk_dhe_ke());
    assert_eq!(extensions.check_tls13(), Ok(()));
    assert_eq!(
        extensions
            .key_share_for(NamedGroup::X25519)
            .map(<[u8]>::len),
        Some(32)
    );
    assert_eq!(extensions.key_share_for(NamedGroup::SECP256R1), None);
    assert_eq!(extensions.binders_length(), 0);
    assert!(extensions.alpn.is_none() && extensions.cookie.is_none() && !extensions.early_data);
}

#[test]
fn server_hello_of_rfc_8448() {
    let body = body(rfc8448::SERVER_HELLO, HandshakeType::SERVER_HELLO);
    let hello = ServerHello::decode(body).expect("a real hello");
    assert!(!hello.is_hello_retry_request() && !hello.has_downgrade_sentinel());
    assert_eq!(hello.selected_version(), Ok(ProtocolVersion::TLSV1_3));
    assert_eq!(hello.legacy_version, ProtocolVersion::TLSV1_2);
    let extensions = ServerHelloExtensions::decode(&hello, OFFERED).expect("real extensions");
    let share = extensions.key_share.expect("a share");
    assert_eq!(share.group, NamedGroup::X25519);

    let mut bytes = Vec::new();
    NewServerHello {
        random: hello.random,
        session_id: hello.legacy_session_id_echo.bytes(),
        cipher_suite: hello.cipher_suite,
        key_share: Some((share.group, share.key_exchange)),
        selected_psk: extensions.pre_shared_key,
    }
    .encode(&mut bytes);
    assert_eq!(bytes, rfc8448::SERVER_HELLO);
}

#[test]
fn encrypted_extensions_of_rfc_8448() {
    let body = body(
        rfc8448::ENCRYPTED_EXTENSIONS,
        HandshakeType::ENCRYPTED_EXTENSIONS,
    );
    assert_eq!(
        EncryptedExtensions::decode(body, OFFERED),
        Ok(EncryptedExtensions {
            server_name: true,
            alpn: None,
            early_data: false,
        })
    );
}

#[test]
fn certificate_of_rfc_8448() {
    let body = body(rfc8448::CERTIFICATE, HandshakeType::CERTIFICATE);
    let certificate = Certificate::decode(body, ExtensionSet::of(&[])).expect("a real message");
    let chain: Vec<_> = certificate.certificates().collect();
    assert_eq!(chain.len(), 1);
    let mut bytes = Vec::new();
    encode_certificate(&mut bytes, certificate.context, &chain);
    assert_eq!(bytes, rfc8448::CERTIFICATE);
}

#[test]
fn certificate_verify_of_rfc_8448() {
    let body = body(
        rfc8448::CERTIFICATE_VERIFY,
        HandshakeType::CERTIFICATE_VERIFY,
    );
    let verify = CertificateVerify::decode(body).expect("a real message");
    assert_eq!(verify.scheme, SignatureScheme::RSA_PSS_RSAE_SHA256);
    assert_eq!(verify.signature.len(), 128);
    let mut bytes = Vec::new();
    verify.encode(&mut bytes);
    assert_eq!(bytes, rfc8448::CERTIFICATE_VERIFY);
}

#[test]
fn finished_of_rfc_8448() {
    for message in [rfc8448::SERVER_FINISHED, rfc8448::CLIENT_FINISHED] {
        let body = body(message, HandshakeType::FINISHED);
        let finished = Finished::decode(body, 32).expect("a real message");
        let mut bytes = Vec::new();
        finished.encode(&mut bytes);
        assert_eq!(bytes, message);
    }
}

#[test]
fn new_session_ticket_of_rfc_8448() {
    let body = body(
        rfc8448::NEW_SESSION_TICKET,
        HandshakeType::NEW_SESSION_TICKET,
    );
    let ticket = NewSessionTicket::decode(body).expect("a real message");
    assert_eq!(ticket.ticket_lifetime, 30);
    assert_eq!(ticket.ticket_age_add, 0xfad6_aac5);
    assert_eq!(ticket.ticket_nonce, [0, 0]);
    assert_eq!(ticket.max_early_data_size, Some(1024));
    let mut bytes = Vec::new();
    ticket.encode(&mut bytes);
    assert_eq!(bytes, rfc8448::NEW_SESSION_TICKET);
}

#[test]
fn hellos_of_real_clients() {
    for (client, message) in client_hellos::ALL {
        let extensions = client_extensions(body(message, HandshakeType::CLIENT_HELLO))
            .unwrap_or_else(|error| panic!("{client}: {error}"));
        assert_eq!(extensions.server_name, Some("workshop.example"), "{client}");
        assert!(extensions.offers_tls13(), "{client}");
        assert!(extensions.offers_psk_dhe_ke(), "{client}");
        assert_eq!(extensions.check_tls13(), Ok(()), "{client}");
        assert_eq!(
            extensions
                .key_share_for(NamedGroup::X25519)
                .map(<[u8]>::len),
            Some(32),
            "{client}"
        );
    }
}

#[test]
fn protocols_and_hybrid_share_of_chromium() {
    let body = body(client_hellos::CHROMIUM, HandshakeType::CLIENT_HELLO);
    let extensions = client_extensions(body).expect("a real hello");
    let protocols: Vec<&[u8]> = extensions
        .alpn
        .expect("it speaks HTTP")
        .iter()
        .map(|name| name.bytes())
        .collect();
    assert_eq!(protocols, [&b"h2"[..], b"http/1.1"]);
    assert_eq!(
        extensions
            .key_share_for(NamedGroup::X25519MLKEM768)
            .map(<[u8]>::len),
        Some(1216)
    );
}

#[test]
fn signed_content_of_rfc_8446() {
    // Section 4.4.3 prints what a server signs when the hash is 32 bytes of 0x01.
    let content = signed_content(Signer::Server, &[1; 32]);
    let (padding, rest) = content.as_ref().split_at(64);
    assert_eq!(padding, [0x20; 64]);
    let (text, hash) = rest.split_at(34);
    assert_eq!(text, b"TLS 1.3, server CertificateVerify\x00");
    assert_eq!(hash, [1; 32]);
    let content = signed_content(Signer::Client, &[2; 64]);
    assert_eq!(content.as_ref().len(), 162);
    assert_eq!(
        content.as_ref()[64..98],
        *b"TLS 1.3, client CertificateVerify\x00"
    );
}

/// Without a provider there is no SHA-256 to compare with.
#[cfg(any(feature = "aws-lc-rs", feature = "ring"))]
#[test]
fn random_of_a_hello_retry_request() {
    #[cfg(feature = "aws-lc-rs")]
    use aws_lc_rs::digest::{SHA256, digest};
    #[cfg(not(feature = "aws-lc-rs"))]
    use ring::digest::{SHA256, digest};

    assert_eq!(
        digest(&SHA256, b"HelloRetryRequest").as_ref(),
        HELLO_RETRY_REQUEST_RANDOM
    );
}
