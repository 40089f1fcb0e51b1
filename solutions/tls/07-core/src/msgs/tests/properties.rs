//! What holds for every input.

use codec::Vector;
use pki_types::CertificateDer;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use recorded::{client_hellos, rfc8448};

use super::*;

/// Decodes `bytes` as the body of a message of every type.
fn decode_all(bytes: &[u8]) {
    for (_, decode) in DECODERS {
        let _ = decode(bytes);
    }
}

/// A well-formed message, ours or a real one.
fn message() -> impl Strategy<Value = Vec<u8>> {
    let mut messages: Vec<Vec<u8>> = one_of_each().into_iter().map(|(_, bytes)| bytes).collect();
    messages.extend(client_hellos::ALL.map(|(_, message)| message.to_vec()));
    messages.extend(
        [
            rfc8448::SERVER_HELLO,
            rfc8448::ENCRYPTED_EXTENSIONS,
            rfc8448::CERTIFICATE,
            rfc8448::CERTIFICATE_VERIFY,
            rfc8448::NEW_SESSION_TICKET,
        ]
        .map(<[u8]>::to_vec),
    );
    select(messages)
}

/// The types of extension that some decoder looks at, and one that means nothing.
const TYPES: [u16; 16] = [
    0, 5, 10, 13, 16, 18, 28, 41, 42, 43, 44, 45, 47, 50, 51, 0x0a0a,
];

#[test]
fn every_truncation_is_refused() {
    for (msg_type, message) in one_of_each() {
        let (decode, body) = (decoder(msg_type), body(&message, msg_type));
        for length in 0..body.len() {
            // Up to TLS 1.2 a ServerHello may end before its extensions.
            let session_id = usize::from(body.get(34).copied().unwrap_or_default());
            if msg_type == HandshakeType::SERVER_HELLO && length == 38 + session_id {
                continue;
            }
            assert!(
                decode(&body[..length]).is_err(),
                "{length} bytes of a message of type {}",
                msg_type.0
            );
        }
    }
}

#[test]
fn trailing_bytes_are_refused() {
    for (msg_type, message) in one_of_each() {
        let mut longer = body(&message, msg_type).to_vec();
        longer.push(0);
        assert!(
            matches!(decoder(msg_type)(&longer), Err(Error::InvalidMessage(_))),
            "{}",
            msg_type.0
        );
    }
}

proptest! {
    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..300)) {
        decode_all(&bytes);
    }

    /// Bytes that are mostly small are mostly lengths, and get further.
    #[test]
    fn small_bytes(bytes in vec(0_u8..8, 0..100)) {
        decode_all(&bytes);
    }

    #[test]
    fn messages_with_a_wrong_byte(message in message(), at: Index, byte: u8) {
        let mut body = message[4..].to_vec();
        *at.get_mut(&mut body) = byte;
        decode_all(&body);
    }

    #[test]
    fn messages_with_a_piece_cut_out(message in message(), one: Index, other: Index) {
        let mut body = message[4..].to_vec();
        let (one, other) = (one.index(body.len()), other.index(body.len()));
        body.drain(one.min(other)..one.max(other));
        decode_all(&body);
    }

    /// Extensions of all types with any data, as the server's and as the client's.
    #[test]
    fn any_extensions(
        extensions in vec((select(&TYPES[..]), vec(0_u8..6, 0..12)), 0..6),
    ) {
        let mut list = Vec::new();
        vector_u16(&mut list, |bytes| {
            for (extension_type, data) in &extensions {
                extension(bytes, codec::ExtensionType(*extension_type), |bytes| {
                    bytes.extend_from_slice(data);
                });
            }
        });
        decode_all(&list);
        decode_all(&[&[0], &list[..]].concat());
        for random in [[0; 32], HELLO_RETRY_REQUEST_RANDOM] {
            decode_all(&[&[3, 3], &random[..], &[0, 0x13, 1, 0], &list].concat());
        }
        let hello = [&[3, 3], &[0; 32][..], &[0, 0, 2, 0x13, 1, 1, 0], &list].concat();
        if let Ok(decoded) = client_extensions(&hello) {
            prop_assert!(decoded.binders_length() <= list.len());
            let types: Vec<u16> = extensions.iter().map(|(number, _)| *number).collect();
            prop_assert_eq!(decoded.cookie.is_some(), types.contains(&44));
            prop_assert_eq!(decoded.key_share.is_some(), types.contains(&51));
            prop_assert_eq!(decoded.pre_shared_key.is_some(), types.last() == Some(&41));
        }
    }

    #[test]
    fn client_hellos_come_back(
        random: [u8; 32],
        session_id in vec(any::<u8>(), 0..=32),
        suites in vec(any::<u16>(), 1..40),
        versions in vec(any::<u16>(), 1..10),
        groups in vec(any::<u16>(), 1..20),
        schemes in vec(any::<u16>(), 1..20),
        shares in vec((any::<u16>(), vec(any::<u8>(), 1..80)), 0..4),
        server_name in proptest::option::of("[a-z]{1,20}\\.[a-z]{2,5}"),
        alpn in vec(vec(any::<u8>(), 1..=255), 0..4),
        cookie in proptest::option::of(vec(any::<u8>(), 1..50)),
        psk_dhe_ke: bool,
        psk in proptest::option::of((vec(any::<u8>(), 1..300), any::<u32>(), 32_usize..=64)),
        before in vec(any::<u8>(), 0..10),
    ) {
        let versions: Vec<_> = versions.into_iter().map(ProtocolVersion).collect();
        let schemes: Vec<_> = schemes.into_iter().map(SignatureScheme).collect();
        let new = NewClientHello {
            random: &random,
            session_id: &session_id,
            cipher_suites: suites.iter().copied().map(CipherSuite),
            versions: &versions,
            groups: groups.iter().copied().map(NamedGroup),
            schemes: &schemes,
            key_shares: shares.iter().map(|(group, key)| (NamedGroup(*group), &key[..])),
            server_name: server_name.as_deref(),
            alpn: &alpn,
            cookie: cookie.as_deref(),
            psk_dhe_ke,
            psk: psk.as_ref().map(|(identity, obfuscated_ticket_age, binder_length)| NewPsk {
                identity: PskIdentity { identity, obfuscated_ticket_age: *obfuscated_ticket_age },
                binder_length: *binder_length,
            }),
        };
        let mut bytes = before.clone();
        let encoded = new.encode(&mut bytes);
        if let Some(place) = &encoded.binder {
            bytes[place.binder.clone()].fill(0xb1);
        }
        prop_assert!(bytes.starts_with(&before));

        let body = body(&bytes[before.len()..], HandshakeType::CLIENT_HELLO);
        let hello = decode_client_hello(body).expect("ours");
        prop_assert_eq!(hello.legacy_version, 0x0303);
        prop_assert_eq!(hello.random, &random);
        prop_assert_eq!(hello.legacy_session_id.bytes(), session_id);
        let decoded_suites: Vec<_> = hello.cipher_suites.iter().map(|suite| suite.0).collect();
        prop_assert_eq!(decoded_suites, suites);
        prop_assert_eq!(hello.legacy_compression_methods.bytes(), [0]);
        for extension in hello.extensions.iter() {
            prop_assert!(encoded.offered.contains(extension.extension_type));
        }

        let decoded = ClientExtensions::decode(&hello).expect("ours");
        prop_assert_eq!(decoded.server_name, server_name.as_deref());
        prop_assert_eq!(decoded.supported_versions.unwrap().iter().collect::<Vec<_>>(), versions);
        let decoded_groups = decoded.supported_groups.unwrap().iter().map(|group| group.0);
        prop_assert_eq!(decoded_groups.collect::<Vec<_>>(), groups);
        prop_assert_eq!(decoded.signature_algorithms.unwrap().iter().collect::<Vec<_>>(), schemes);
        let decoded_shares: Vec<_> = decoded
            .key_share
            .unwrap()
            .iter()
            .map(|share| (share.group.0, share.key_exchange.to_vec()))
            .collect();
        prop_assert_eq!(decoded_shares, shares);
        let protocols: Vec<_> = decoded
            .alpn
            .into_iter()
            .flat_map(Vector::iter)
            .map(|name| name.bytes().to_vec())
            .collect();
        prop_assert_eq!(protocols, alpn);
        prop_assert_eq!(decoded.cookie, cookie.as_deref());
        prop_assert_eq!(decoded.offers_psk_dhe_ke(), psk_dhe_ke || psk.is_some());
        prop_assert!(!decoded.early_data);
        match (decoded.pre_shared_key, psk, encoded.binder) {
            (None, None, None) => prop_assert_eq!(decoded.binders_length(), 0),
            (Some(decoded_psks), Some((identity, age, binder_length)), Some(place)) => {
                let offered: Vec<_> = decoded_psks.iter().collect();
                let expected = PskIdentity { identity: &identity, obfuscated_ticket_age: age };
                prop_assert_eq!(offered, vec![(expected, &[0xb1; 64][..binder_length])]);
                prop_assert_eq!(place.truncated_end, bytes.len() - decoded.binders_length());
                prop_assert_eq!(place.binder.end, bytes.len());
            }
            _ => prop_assert!(false, "a PSK came or went"),
        }
    }

    #[test]
    fn server_hellos_come_back(
        random: [u8; 32],
        session_id in vec(any::<u8>(), 0..=32),
        suite: u16,
        share in proptest::option::of((any::<u16>(), vec(any::<u8>(), 1..80))),
        selected_psk: Option<u16>,
    ) {
        let key_share = share.as_ref().map(|(group, key)| (NamedGroup(*group), &key[..]));
        let mut bytes = Vec::new();
        NewServerHello {
            random: &random,
            session_id: &session_id,
            cipher_suite: CipherSuite(suite),
            key_share,
            selected_psk,
        }
        .encode(&mut bytes);
        let hello = ServerHello::decode(body(&bytes, HandshakeType::SERVER_HELLO)).expect("ours");
        prop_assert_eq!(hello.random, &random);
        prop_assert_eq!(hello.legacy_session_id_echo.bytes(), session_id);
        prop_assert_eq!(hello.cipher_suite.0, suite);
        prop_assert_eq!(hello.legacy_compression_method, 0);
        let decoded = ServerHelloExtensions::decode(&hello, OFFERED).expect("ours");
        prop_assert_eq!(decoded.supported_versions, Some(ProtocolVersion::TLSV1_3));
        let decoded_share = decoded.key_share.map(|share| (share.group, share.key_exchange));
        prop_assert_eq!(decoded_share, key_share);
        prop_assert_eq!(decoded.pre_shared_key, selected_psk);
    }

    #[test]
    fn hello_retry_requests_come_back(
        session_id in vec(any::<u8>(), 0..=32),
        group: Option<u16>,
        cookie in proptest::option::of(vec(any::<u8>(), 1..80)),
    ) {
        let group = group.map(NamedGroup);
        let mut bytes = Vec::new();
        NewHelloRetryRequest {
            session_id: &session_id,
            cipher_suite: CipherSuite(0x1301),
            group,
            cookie: cookie.as_deref(),
        }
        .encode(&mut bytes);
        let hello = ServerHello::decode(body(&bytes, HandshakeType::SERVER_HELLO)).expect("ours");
        prop_assert!(hello.is_hello_retry_request());
        prop_assert_eq!(hello.legacy_session_id_echo.bytes(), session_id);
        let offered = ExtensionSet::of(&[extension::SUPPORTED_VERSIONS, extension::KEY_SHARE]);
        let decoded = HelloRetryRequestExtensions::decode(&hello, offered).expect("ours");
        prop_assert_eq!(decoded.supported_versions, Some(ProtocolVersion::TLSV1_3));
        prop_assert_eq!(decoded.key_share, group);
        prop_assert_eq!(decoded.cookie, cookie.as_deref());
    }

    #[test]
    fn encrypted_extensions_come_back(
        server_name: bool,
        alpn in proptest::option::of(vec(any::<u8>(), 1..=255)),
        early_data: bool,
    ) {
        let new = EncryptedExtensions { server_name, alpn: alpn.as_deref(), early_data };
        let mut bytes = Vec::new();
        new.encode(&mut bytes);
        let body = body(&bytes, HandshakeType::ENCRYPTED_EXTENSIONS);
        prop_assert_eq!(EncryptedExtensions::decode(body, OFFERED), Ok(new));
    }

    #[test]
    fn certificate_requests_come_back(
        context in vec(any::<u8>(), 0..=255),
        schemes in vec(any::<u16>(), 1..20),
        authorities in vec(vec(any::<u8>(), 1..200), 0..6),
    ) {
        let schemes: Vec<_> = schemes.into_iter().map(SignatureScheme).collect();
        let mut bytes = Vec::new();
        let names = authorities.iter().map(Vec::as_slice);
        encode_certificate_request(&mut bytes, &context, &schemes, names);
        let body = body(&bytes, HandshakeType::CERTIFICATE_REQUEST);
        let decoded = CertificateRequest::decode(body).expect("ours");
        prop_assert_eq!(decoded.context, context);
        prop_assert_eq!(decoded.signature_algorithms.iter().collect::<Vec<_>>(), schemes);
        prop_assert_eq!(decoded.certificate_authorities.is_some(), !authorities.is_empty());
        let names: Vec<_> = decoded
            .certificate_authorities
            .into_iter()
            .flat_map(Vector::iter)
            .map(|name| name.bytes().to_vec())
            .collect();
        prop_assert_eq!(names, authorities);
    }

    #[test]
    fn certificates_come_back(
        context in vec(any::<u8>(), 0..=255),
        chain in vec(vec(any::<u8>(), 1..500), 0..5),
    ) {
        let chain: Vec<CertificateDer<'_>> = chain.into_iter().map(CertificateDer::from).collect();
        let mut bytes = Vec::new();
        encode_certificate(&mut bytes, &context, &chain);
        let body = body(&bytes, HandshakeType::CERTIFICATE);
        let decoded = Certificate::decode(body, ExtensionSet::of(&[])).expect("ours");
        prop_assert_eq!(decoded.context, context);
        prop_assert_eq!(decoded.end_entity(), chain.first().cloned());
        prop_assert_eq!(decoded.certificates().collect::<Vec<_>>(), chain);
    }

    #[test]
    fn signatures_come_back(scheme: u16, signature in vec(any::<u8>(), 0..600)) {
        let new = CertificateVerify { scheme: SignatureScheme(scheme), signature: &signature };
        let mut bytes = Vec::new();
        new.encode(&mut bytes);
        let body = body(&bytes, HandshakeType::CERTIFICATE_VERIFY);
        prop_assert_eq!(CertificateVerify::decode(body), Ok(new));
    }

    #[test]
    fn finished_comes_back(verify_data in vec(any::<u8>(), 0..=64)) {
        let mut bytes = Vec::new();
        Finished { verify_data: &verify_data }.encode(&mut bytes);
        let body = body(&bytes, HandshakeType::FINISHED);
        let decoded = Finished::decode(body, verify_data.len()).expect("ours");
        prop_assert_eq!(decoded.verify_data, &verify_data);
        prop_assert!(Finished::decode(body, verify_data.len() + 1).is_err());
    }

    #[test]
    fn tickets_come_back(
        ticket_lifetime: u32,
        ticket_age_add: u32,
        nonce in vec(any::<u8>(), 0..=255),
        ticket in vec(any::<u8>(), 1..600),
        max_early_data_size: Option<u32>,
    ) {
        let new = NewSessionTicket {
            ticket_lifetime,
            ticket_age_add,
            ticket_nonce: &nonce,
            ticket: &ticket,
            max_early_data_size,
        };
        let mut bytes = Vec::new();
        new.encode(&mut bytes);
        let body = body(&bytes, HandshakeType::NEW_SESSION_TICKET);
        prop_assert_eq!(NewSessionTicket::decode(body), Ok(new));
    }

    #[test]
    fn key_updates_come_back(request: u8) {
        let expected = match request {
            0 => Ok(KeyUpdate::UpdateNotRequested),
            1 => Ok(KeyUpdate::UpdateRequested),
            _ => Err(Error::PeerMisbehaved(crate::PeerMisbehaved::IllegalKeyUpdate)),
        };
        prop_assert_eq!(KeyUpdate::decode(&[request]), expected.clone());
        if let Ok(update) = expected {
            let mut bytes = Vec::new();
            update.encode(&mut bytes);
            prop_assert_eq!(bytes, [24, 0, 0, 1, request]);
        }
    }
}
