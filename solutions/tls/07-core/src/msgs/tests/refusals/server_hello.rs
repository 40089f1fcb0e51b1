//! `ServerHello` and `HelloRetryRequest`.

use super::*;

/// The body of a `ServerHello` with that random and those extensions.
fn server_hello(random: [u8; 32], list: &[(ExtensionType, &[u8])]) -> Vec<u8> {
    [&[3, 3], &random[..], &[0, 0x13, 1, 0], &extensions(list)].concat()
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
