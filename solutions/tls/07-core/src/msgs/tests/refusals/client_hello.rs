//! `ClientHello`.

use super::psk::psks;
use super::*;

/// The body of a `ClientHello` with those extensions.
pub(super) fn client_hello(list: &[(ExtensionType, &[u8])]) -> Vec<u8> {
    let list = extensions(list);
    [&[3, 3], &[0; 32][..], &[0, 0, 2, 0x13, 1, 1, 0], &list].concat()
}

#[track_caller]
pub(super) fn assert_client_hello(list: &[(ExtensionType, &[u8])], expected: Result<(), Error>) {
    assert_eq!(
        client_extensions(&client_hello(list)).map(drop),
        expected,
        "{list:?}"
    );
}

/// Long enough for the list of extensions to have the least length.
pub(super) const PADDING: (ExtensionType, &[u8]) = (ExtensionType(21), &[0; 4]);

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
                matches!(client_extensions(&hello), Err(Error::InvalidMessage(_))),
                "{extension_type:?} {data:?}"
            );
        }
    }
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
        let decoded = client_extensions(&hello).expect("each extension is well formed");
        assert_eq!(decoded.check_tls13(), *expected, "{list:?}");
    }
}

#[test]
fn a_version_in_the_list_only_counts() {
    let hello = client_hello(&[(SUPPORTED_VERSIONS, &[4, 0x0a, 0x0a, 3, 3])]);
    assert!(!client_extensions(&hello).unwrap().offers_tls13());
    let hello = client_hello(&[PADDING]);
    assert!(!client_extensions(&hello).unwrap().offers_tls13());
    let hello = client_hello(&[(PSK_KEY_EXCHANGE_MODES, &[1, 0]), PADDING]);
    assert!(!client_extensions(&hello).unwrap().offers_psk_dhe_ke());
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

/// What is wrong in a hello of any version is not excused by its being old.
#[test]
fn an_old_hello_that_cannot_be_decoded() {
    let decode = |session_id: &[u8], suites: &[u8], compression_methods: &[u8]| {
        let body = [
            &[3, 3],
            &[0; 32][..],
            &[session_id.len() as u8],
            session_id,
            &[0, suites.len() as u8],
            suites,
            &[compression_methods.len() as u8],
            compression_methods,
        ]
        .concat();
        decode_client_hello(&body).map(drop).unwrap_err()
    };
    let old = Error::from(PeerIncompatible::Tls13NotOffered);
    assert_eq!(decode(&[], &[0, 0x2f], &[0]), old);
    assert_eq!(decode(&[7; 32], &[0, 0x2f], &[0]), old);
    for error in [
        decode(&[7; 33], &[0, 0x2f], &[0]),
        decode(&[], &[], &[0]),
        decode(&[], &[0, 0x2f, 0], &[0]),
        decode(&[], &[0, 0x2f], &[]),
    ] {
        assert!(matches!(error, Error::InvalidMessage(_)), "{error:?}");
    }
}
