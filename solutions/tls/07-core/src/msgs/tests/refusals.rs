//! What is refused, and why.

use super::extension::*;
use super::*;
use crate::PeerMisbehaved;
use codec::{ExtensionType, InvalidMessage};

/// A list of extensions.
fn extensions(list: &[(ExtensionType, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    vector_u16(&mut bytes, |bytes| {
        for (extension_type, data) in list {
            super::extension(bytes, *extension_type, |bytes| {
                bytes.extend_from_slice(data)
            });
        }
    });
    bytes
}

/// The body of a `ClientHello` with those extensions.
fn client_hello(list: &[(ExtensionType, &[u8])]) -> Vec<u8> {
    let list = extensions(list);
    [&[3, 3], &[0; 32][..], &[0, 0, 2, 0x13, 1, 1, 0], &list].concat()
}

/// The body of a `ServerHello` with that random and those extensions.
fn server_hello(random: [u8; 32], list: &[(ExtensionType, &[u8])]) -> Vec<u8> {
    [&[3, 3], &random[..], &[0, 0x13, 1, 0], &extensions(list)].concat()
}

fn misbehaved<T>(what: PeerMisbehaved) -> Result<T, Error> {
    Err(Error::PeerMisbehaved(what))
}

#[track_caller]
fn assert_client_hello(list: &[(ExtensionType, &[u8])], expected: Result<(), Error>) {
    assert_eq!(
        decode_client_hello(&client_hello(list)).map(drop),
        expected,
        "{list:?}"
    );
}

/// Long enough for the list of extensions to have the least length.
const PADDING: (ExtensionType, &[u8]) = (ExtensionType(21), &[0; 4]);

#[test]
fn every_extension_of_a_client_that_comes_twice() {
    let cases: [(ExtensionType, &[u8]); 10] = [
        (SERVER_NAME, b"\x00\x04\x00\x00\x01a"),
        (SUPPORTED_GROUPS, &[0, 2, 0, 29]),
        (SIGNATURE_ALGORITHMS, &[0, 2, 8, 7]),
        (ALPN, b"\x00\x03\x02h2"),
        (SUPPORTED_VERSIONS, &[2, 3, 4]),
        (COOKIE, &[0, 1, 0]),
        (KEY_SHARE, &[0, 0]),
        (PSK_KEY_EXCHANGE_MODES, &[1, 1]),
        (EARLY_DATA, &[]),
        // GREASE
        (ExtensionType(0x0a0a), &[]),
    ];
    for case in cases {
        assert_client_hello(&[case, PADDING], Ok(()));
        assert_client_hello(
            &[case, PADDING, case],
            misbehaved(PeerMisbehaved::DuplicateExtension),
        );
    }
}

#[test]
fn ill_formed_extensions_of_a_client() {
    let cases: &[(ExtensionType, &[&[u8]])] = &[
        (
            SERVER_NAME,
            &[
                b"",
                b"\x00\x00",
                b"\x00\x03\x00\x00\x00",
                b"\x00\x04\x00\x00\x01a!",
            ],
        ),
        (
            SUPPORTED_GROUPS,
            &[b"", &[0, 0], &[0, 1, 0], &[0, 2, 0, 29, 0]],
        ),
        (
            SIGNATURE_ALGORITHMS,
            &[b"", &[0, 0], &[0, 3, 8, 7, 8], &[0, 2, 8, 7, 0]],
        ),
        (SIGNATURE_ALGORITHMS_CERT, &[b"", &[0, 0]]),
        (
            ALPN,
            &[b"", &[0, 0], &[0, 2, 0, 0], b"\x00\x03\x02h2!", &[0, 1, 0]],
        ),
        (SUPPORTED_VERSIONS, &[b"", &[0], &[1, 3], &[2, 3, 4, 0]]),
        (COOKIE, &[b"", &[0, 0], &[0, 1, 0, 0]]),
        (
            KEY_SHARE,
            &[
                b"",
                &[0, 4, 0, 29, 0, 0],
                &[0, 5, 0, 29, 0, 2, 1],
                &[0, 0, 0],
            ],
        ),
        (PSK_KEY_EXCHANGE_MODES, &[b"", &[0], &[1, 1, 0]]),
        (EARLY_DATA, &[&[0]]),
        (PRE_SHARED_KEY, &[b"", &[0, 0, 0, 0]]),
    ];
    for (extension_type, all) in cases {
        for data in *all {
            let hello = client_hello(&[PADDING, (*extension_type, data)]);
            assert!(
                matches!(decode_client_hello(&hello), Err(Error::InvalidMessage(_))),
                "{extension_type:?} {data:?}"
            );
        }
    }
}

#[test]
fn server_names() {
    fn decode(host: &[u8]) -> Result<Option<String>, Error> {
        let mut data = Vec::new();
        vector_u16(&mut data, |bytes| {
            bytes.push(0);
            vector_u16(bytes, |bytes| bytes.extend_from_slice(host));
        });
        let hello = client_hello(&[(SERVER_NAME, &data), PADDING]);
        decode_client_hello(&hello).map(|decoded| decoded.server_name.map(str::to_owned))
    }

    for good in ["a", "workshop.example", "WORKSHOP.example", "xn--a.example"] {
        assert_eq!(decode(good.as_bytes()), Ok(Some(good.to_owned())));
    }
    for address in ["127.0.0.1", "::1"] {
        assert_eq!(decode(address.as_bytes()), Ok(None));
    }
    for bad in [
        &b"workshop.example."[..],
        b"workshop..example",
        b".example",
        b"-a.example",
        b"a\0.example",
        b"a b.example",
        b"\xff",
        "ü.example".as_bytes(),
        &[b'a'; 300],
    ] {
        assert_eq!(
            decode(bad),
            misbehaved(PeerMisbehaved::InvalidServerName),
            "{bad:?}"
        );
    }
}

#[test]
fn server_names_of_other_types_are_stepped_over() {
    let hello = client_hello(&[(SERVER_NAME, b"\x00\x08\x07\x00\x01!\x00\x00\x01a")]);
    let decoded = decode_client_hello(&hello).expect("a name of type 7 and a host name");
    assert_eq!(decoded.server_name, Some("a"));
    assert_client_hello(
        &[(SERVER_NAME, b"\x00\x08\x00\x00\x01b\x00\x00\x01a")],
        misbehaved(PeerMisbehaved::InvalidServerName),
    );
}

/// The data of `pre_shared_key` with so many identities and binders.
fn psks(identities: usize, binders: usize) -> Vec<u8> {
    let mut data = Vec::new();
    vector_u16(&mut data, |bytes| {
        for _ in 0..identities {
            bytes.extend_from_slice(&[0, 1, b'i', 0, 0, 0, 0]);
        }
    });
    vector_u16(&mut data, |bytes| {
        for _ in 0..binders {
            vector_u8(bytes, |bytes| bytes.extend_from_slice(&[0; 32]));
        }
    });
    data
}

#[test]
fn psks_of_a_client() {
    assert_client_hello(&[(PRE_SHARED_KEY, &psks(2, 2))], Ok(()));
    for (identities, binders) in [(1, 2), (2, 1)] {
        assert_client_hello(
            &[(PRE_SHARED_KEY, &psks(identities, binders))],
            misbehaved(PeerMisbehaved::BinderCountMismatch),
        );
    }
    assert_client_hello(
        &[(PRE_SHARED_KEY, &psks(1, 1)), PADDING],
        misbehaved(PeerMisbehaved::PskIsNotLastExtension),
    );
    // Without a hash of 32 bytes at least, there is no binder.
    let mut short = psks(1, 1);
    short.pop();
    let at = short.len() - 32;
    short[at] = 31;
    short[at - 1] = 32;
    assert_client_hello(
        &[(PRE_SHARED_KEY, &short)],
        Err(Error::InvalidMessage(InvalidMessage::IllegalLength(
            "a payload",
        ))),
    );
}

#[test]
fn what_tls13_asks_of_a_client() {
    const GROUPS: (ExtensionType, &[u8]) = (SUPPORTED_GROUPS, &[0, 4, 0, 29, 0, 23]);
    const SCHEMES: (ExtensionType, &[u8]) = (SIGNATURE_ALGORITHMS, &[0, 2, 8, 7]);
    const SHARE: (ExtensionType, &[u8]) = (KEY_SHARE, &[0, 5, 0, 29, 0, 1, 1]);
    const NO_SHARE: (ExtensionType, &[u8]) = (KEY_SHARE, &[0, 0]);
    const MODES: (ExtensionType, &[u8]) = (PSK_KEY_EXCHANGE_MODES, &[1, 1]);
    let data = psks(1, 1);
    let psk = (PRE_SHARED_KEY, &data[..]);
    let twice = (KEY_SHARE, &[0, 10, 0, 29, 0, 1, 1, 0, 29, 0, 1, 1][..]);
    let other = (KEY_SHARE, &[0, 5, 0, 24, 0, 1, 1][..]);

    type Case<'a> = (&'a [(ExtensionType, &'a [u8])], Result<(), Error>);
    let cases: &[Case<'_>] = &[
        (&[GROUPS, SCHEMES, SHARE], Ok(())),
        (&[GROUPS, SCHEMES, NO_SHARE], Ok(())),
        (&[MODES, psk], Ok(())),
        (&[GROUPS, SHARE, MODES, psk], Ok(())),
        (
            &[GROUPS, SCHEMES],
            misbehaved(PeerMisbehaved::MissingKeyShare),
        ),
        (
            &[SCHEMES, SHARE],
            misbehaved(PeerMisbehaved::MissingSupportedGroups),
        ),
        (
            &[SCHEMES, PADDING],
            misbehaved(PeerMisbehaved::MissingSupportedGroups),
        ),
        (
            &[GROUPS, SHARE],
            misbehaved(PeerMisbehaved::MissingSignatureAlgorithms),
        ),
        (
            &[GROUPS, SCHEMES, SHARE, psk],
            misbehaved(PeerMisbehaved::MissingPskKeyExchangeModes),
        ),
        (
            &[GROUPS, MODES, psk],
            misbehaved(PeerMisbehaved::MissingKeyShare),
        ),
        (
            &[SHARE, MODES, psk],
            misbehaved(PeerMisbehaved::MissingSupportedGroups),
        ),
        (
            &[GROUPS, SCHEMES, twice],
            misbehaved(PeerMisbehaved::DuplicateKeyShare),
        ),
        (
            &[GROUPS, SCHEMES, other],
            misbehaved(PeerMisbehaved::KeyShareForUnofferedGroup),
        ),
    ];
    for (list, expected) in cases {
        let hello = client_hello(list);
        let decoded = decode_client_hello(&hello).expect("each extension is well formed");
        assert_eq!(decoded.check_tls13(), *expected, "{list:?}");
    }
}

#[test]
fn a_version_in_the_list_only_counts() {
    let hello = client_hello(&[(SUPPORTED_VERSIONS, &[4, 0x0a, 0x0a, 3, 3])]);
    assert!(!decode_client_hello(&hello).unwrap().offers_tls13());
    let hello = client_hello(&[PADDING]);
    assert!(!decode_client_hello(&hello).unwrap().offers_tls13());
    let hello = client_hello(&[(PSK_KEY_EXCHANGE_MODES, &[1, 0]), PADDING]);
    assert!(!decode_client_hello(&hello).unwrap().offers_psk_dhe_ke());
}

#[test]
fn server_hellos() {
    type Case<'a> = (&'a [(ExtensionType, &'a [u8])], PeerMisbehaved);
    const VERSION: (ExtensionType, &[u8]) = (SUPPORTED_VERSIONS, &[3, 4]);
    let cases: &[Case<'_>] = &[
        (&[VERSION, VERSION], PeerMisbehaved::DuplicateExtension),
        (
            &[VERSION, (ALPN, b"\x00\x03\x02h2")],
            PeerMisbehaved::ExtensionNotAllowedHere,
        ),
        (
            &[VERSION, (COOKIE, &[0, 1, 0])],
            PeerMisbehaved::UnsolicitedExtension,
        ),
        (
            &[VERSION, (ExtensionType(0x0a0a), &[])],
            PeerMisbehaved::UnsolicitedExtension,
        ),
        (
            &[VERSION, (ExtensionType(0xff01), &[0])],
            PeerMisbehaved::UnsolicitedExtension,
        ),
    ];
    for (list, expected) in cases {
        let body = server_hello([0; 32], list);
        let hello = ServerHello::decode(&body).expect("the frame is well formed");
        let decoded = ServerHelloExtensions::decode(&hello, OFFERED).map(drop);
        assert_eq!(decoded, misbehaved(*expected), "{list:?}");
    }
    for (extension_type, data) in [
        (SUPPORTED_VERSIONS, &[3][..]),
        (SUPPORTED_VERSIONS, &[3, 4, 0]),
        (SUPPORTED_VERSIONS, &[2, 3, 4]),
        (KEY_SHARE, &[0, 29]),
        (KEY_SHARE, &[0, 29, 0, 0]),
        (KEY_SHARE, &[0, 29, 0, 1, 1, 1]),
        (PRE_SHARED_KEY, &[0]),
        (PRE_SHARED_KEY, &[0, 0, 0]),
    ] {
        let body = server_hello([0; 32], &[(extension_type, data)]);
        let hello = ServerHello::decode(&body).expect("the frame is well formed");
        assert!(
            matches!(
                ServerHelloExtensions::decode(&hello, OFFERED),
                Err(Error::InvalidMessage(_))
            ),
            "{extension_type:?} {data:?}"
        );
    }
}

#[test]
fn hello_retry_requests() {
    let offered = ExtensionSet::of(&[SUPPORTED_VERSIONS, KEY_SHARE, PRE_SHARED_KEY]);
    let decode = |extension| {
        let body = server_hello(
            HELLO_RETRY_REQUEST_RANDOM,
            &[(SUPPORTED_VERSIONS, &[3, 4]), extension],
        );
        let hello = ServerHello::decode(&body).expect("the frame is well formed");
        assert!(hello.is_hello_retry_request());
        HelloRetryRequestExtensions::decode(&hello, offered).map(drop)
    };
    // A cookie is the one extension that needs no offer.
    assert_eq!(decode((COOKIE, &[0, 1, 0])), Ok(()));
    assert_eq!(
        decode((PRE_SHARED_KEY, &[0, 0])),
        misbehaved(PeerMisbehaved::ExtensionNotAllowedHere)
    );
    assert_eq!(
        decode((ALPN, b"\x00\x03\x02h2")),
        misbehaved(PeerMisbehaved::UnsolicitedExtension)
    );
    for (extension_type, data) in [
        (COOKIE, &[0, 0][..]),
        (KEY_SHARE, &[0]),
        (KEY_SHARE, &[0, 29, 0, 1, 1]),
    ] {
        assert!(
            matches!(
                decode((extension_type, data)),
                Err(Error::InvalidMessage(_))
            ),
            "{extension_type:?} {data:?}"
        );
    }
}

#[test]
fn versions_and_sentinels_of_servers() {
    let old = [&[3, 3], &[0; 32][..], &[0, 0xc0, 0x2f, 0]].concat();
    let hello = ServerHello::decode(&old).expect("TLS 1.2 without extensions");
    assert_eq!(hello.selected_version(), Ok(ProtocolVersion::TLSV1_2));
    assert!(!hello.has_downgrade_sentinel());
    for sentinel in [DOWNGRADE_TLS12, DOWNGRADE_TLS11] {
        let mut random = [0; 32];
        random[24..].copy_from_slice(&sentinel);
        let body = server_hello(random, &[]);
        let hello = ServerHello::decode(&body).expect("TLS 1.2 with no extension");
        assert!(hello.has_downgrade_sentinel());
        assert_eq!(hello.selected_version(), Ok(ProtocolVersion::TLSV1_2));
    }
    let body = server_hello([0; 32], &[(SUPPORTED_VERSIONS, &[3])]);
    let hello = ServerHello::decode(&body).expect("the frame is well formed");
    assert!(hello.selected_version().is_err());
}

#[test]
fn encrypted_extensions() {
    let decode = |list: &[(ExtensionType, &[u8])]| {
        EncryptedExtensions::decode(&extensions(list), OFFERED).map(drop)
    };
    assert_eq!(
        decode(&[(KEY_SHARE, &[])]),
        misbehaved(PeerMisbehaved::ExtensionNotAllowedHere)
    );
    assert_eq!(
        decode(&[(SIGNATURE_ALGORITHMS, &[])]),
        misbehaved(PeerMisbehaved::UnsolicitedExtension)
    );
    assert_eq!(
        decode(&[(SERVER_NAME, &[]), (SERVER_NAME, &[])]),
        misbehaved(PeerMisbehaved::DuplicateExtension)
    );
    for (extension_type, data) in [
        (SERVER_NAME, &b"\x00\x04\x00\x00\x01a"[..]),
        (EARLY_DATA, &[0, 0, 0, 0]),
        (ALPN, b""),
        (ALPN, b"\x00\x00"),
        (ALPN, b"\x00\x06\x02h2\x02h3"),
        (ALPN, b"\x00\x01\x00"),
        (SUPPORTED_GROUPS, &[0, 0]),
    ] {
        assert!(
            matches!(
                decode(&[(extension_type, data)]),
                Err(Error::InvalidMessage(_))
            ),
            "{extension_type:?} {data:?}"
        );
    }
}

#[test]
fn certificate_requests() {
    const SCHEMES: (ExtensionType, &[u8]) = (SIGNATURE_ALGORITHMS, &[0, 2, 8, 7]);
    let decode = |list: &[(ExtensionType, &[u8])]| {
        CertificateRequest::decode(&[&[0], &extensions(list)[..]].concat()).map(drop)
    };
    assert_eq!(decode(&[SCHEMES]), Ok(()));
    // What nobody knows is ignored, but not twice.
    const UNKNOWN: (ExtensionType, &[u8]) = (ExtensionType(0x0a0a), &[1]);
    assert_eq!(decode(&[UNKNOWN, SCHEMES]), Ok(()));
    assert_eq!(
        decode(&[UNKNOWN, SCHEMES, UNKNOWN]),
        misbehaved(PeerMisbehaved::DuplicateExtension)
    );
    assert_eq!(
        decode(&[]),
        misbehaved(PeerMisbehaved::MissingSignatureAlgorithms)
    );
    assert_eq!(
        decode(&[SCHEMES, (KEY_SHARE, &[])]),
        misbehaved(PeerMisbehaved::ExtensionNotAllowedHere)
    );
    for data in [&[0, 0][..], &[0, 2, 0, 0], &[0, 3, 0, 1, 0, 0]] {
        assert!(
            matches!(
                decode(&[SCHEMES, (CERTIFICATE_AUTHORITIES, data)]),
                Err(Error::InvalidMessage(_))
            ),
            "{data:?}"
        );
    }
}

#[test]
fn certificates() {
    let decode = |entry: &[u8], offered| {
        let mut body = vec![0];
        vector_u24(&mut body, |bytes| bytes.extend_from_slice(entry));
        Certificate::decode(&body, offered).map(drop)
    };
    let with = |list: &[(ExtensionType, &[u8])]| [&[0, 0, 1, 0x30], &extensions(list)[..]].concat();
    let none = ExtensionSet::of(&[]);
    assert_eq!(decode(&[], none), Ok(()));
    assert_eq!(decode(&with(&[]), none), Ok(()));
    assert_eq!(
        decode(&with(&[(STATUS_REQUEST, &[1])]), none),
        misbehaved(PeerMisbehaved::UnsolicitedExtension)
    );
    assert_eq!(decode(&with(&[(STATUS_REQUEST, &[1])]), OFFERED), Ok(()));
    assert_eq!(
        decode(&with(&[(ALPN, &[1])]), OFFERED),
        misbehaved(PeerMisbehaved::ExtensionNotAllowedHere)
    );
    assert_eq!(
        decode(
            &with(&[(STATUS_REQUEST, &[1]), (STATUS_REQUEST, &[1])]),
            OFFERED
        ),
        misbehaved(PeerMisbehaved::DuplicateExtension)
    );
    // A certificate of no bytes.
    assert_eq!(
        decode(&[0, 0, 0, 0, 0], none),
        Err(Error::InvalidMessage(InvalidMessage::IllegalLength(
            "a payload"
        )))
    );
}

#[test]
fn tickets() {
    let decode = |ticket: &[u8], list: &[(ExtensionType, &[u8])]| {
        let mut body = vec![0; 9];
        vector_u16(&mut body, |bytes| bytes.extend_from_slice(ticket));
        body.extend_from_slice(&extensions(list));
        NewSessionTicket::decode(&body).map(|ticket| ticket.max_early_data_size)
    };
    assert_eq!(decode(b"t", &[]), Ok(None));
    assert_eq!(decode(b"t", &[(EARLY_DATA, &[0, 0, 0, 7])]), Ok(Some(7)));
    assert_eq!(decode(b"t", &[(ExtensionType(0x0a0a), &[])]), Ok(None));
    assert_eq!(
        decode(b"t", &[(COOKIE, &[0, 1, 0])]),
        misbehaved(PeerMisbehaved::ExtensionNotAllowedHere)
    );
    let early_data: (ExtensionType, &[u8]) = (EARLY_DATA, &[0, 0, 0, 7]);
    assert_eq!(
        decode(b"t", &[early_data, early_data]),
        misbehaved(PeerMisbehaved::DuplicateExtension)
    );
    for data in [&[][..], &[0, 0, 0], &[0, 0, 0, 0, 0]] {
        assert!(
            matches!(
                decode(b"t", &[(EARLY_DATA, data)]),
                Err(Error::InvalidMessage(_))
            ),
            "{data:?}"
        );
    }
    assert!(matches!(decode(b"", &[]), Err(Error::InvalidMessage(_))));
}

#[test]
fn as_many_extensions_as_there_is_room_for() {
    // To compare each with each would take more than a hundred million steps.
    let mut list: Vec<(ExtensionType, &[u8])> = (0..16_382)
        .map(|number| (ExtensionType(0x4000 + number), &[][..]))
        .collect();
    assert_client_hello(&list, Ok(()));
    list.push(list[0]);
    assert_client_hello(&list, misbehaved(PeerMisbehaved::DuplicateExtension));
}

#[test]
#[should_panic(expected = "a vector longer than its length can say")]
fn a_vector_that_is_too_long_to_encode() {
    vector_u8(&mut Vec::new(), |bytes| bytes.extend_from_slice(&[0; 256]));
}

#[test]
fn a_vector_that_is_just_short_enough() {
    let mut bytes = Vec::new();
    vector_u8(&mut bytes, |bytes| bytes.extend_from_slice(&[0; 255]));
    assert_eq!((bytes.len(), bytes[0]), (256, 255));
}
