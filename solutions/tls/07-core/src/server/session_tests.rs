use proptest::prelude::*;

use super::*;
use crate::crypto::tests::with_another_hash;
use crate::test_pki::{later, provider, year};

/// A session with everything in it, or with as little as there can be.
fn session(full: bool) -> ServerSessionState {
    let suite = provider().cipher_suites[0];
    let certs = [&b"leaf"[..], b"middle"].map(|cert| CertificateDer::from(cert.to_vec()));
    ServerSessionState {
        suite,
        secret: Secret::new(&vec![0xab; suite.hash.output_len()]),
        created_at: year(2030),
        authenticated_at: year(2029),
        lifetime: 3600,
        server_name: full.then(|| "example.com".to_owned()),
        client_authenticated: full,
        client_certificates: full.then(|| certs.into()),
    }
}

#[test]
fn a_session_comes_back_as_it_was() {
    for full in [false, true] {
        let before = session(full);
        let bytes = before.encode();
        let after = ServerSessionState::decode(&bytes, &provider()).unwrap();
        assert_eq!(after.suite, before.suite);
        assert_eq!(after.secret, before.secret);
        assert_eq!(after.created_at, before.created_at);
        assert_eq!(after.authenticated_at, before.authenticated_at);
        assert_eq!(after.lifetime, before.lifetime);
        assert_eq!(after.server_name, before.server_name);
        assert_eq!(after.client_authenticated, before.client_authenticated);
        assert_eq!(after.client_certificates, before.client_certificates);
    }
}

/// With other bytes it would have to be another [`VERSION`].
#[test]
fn the_bytes_of_a_session() {
    let session = session(true);
    let expected = [
        &[1][..],
        &session.suite.suite.0.to_be_bytes(),
        &session.created_at.as_secs().to_be_bytes(),
        &session.authenticated_at.as_secs().to_be_bytes(),
        &3600_u32.to_be_bytes(),
        &[1],
        &[session.secret.bytes().len() as u8],
        session.secret.bytes(),
        b"\x0bexample.com",
        b"\0\0\x10\0\0\x04leaf\0\0\x06middle",
    ];
    assert_eq!(*session.encode(), expected.concat());
}

#[test]
fn its_bytes_are_never_moved() {
    for full in [false, true] {
        let bytes = session(full).encode();
        assert_eq!(bytes.len(), bytes.capacity());
    }
}

#[test]
fn a_part_of_a_session_is_none() {
    for full in [false, true] {
        let bytes = session(full).encode();
        for length in 0..bytes.len() {
            let part = ServerSessionState::decode(&bytes[..length], &provider());
            assert!(part.is_none(), "{length}");
        }
        let mut longer = bytes.to_vec();
        longer.push(0);
        assert!(ServerSessionState::decode(&longer, &provider()).is_none());
    }
}

#[test]
fn another_form_or_another_suite_is_none() {
    let bytes = session(true).encode();
    // The version, the suite, and whether the client has presented a certificate.
    for (place, value) in [(0, VERSION + 1), (2, 0x99), (23, 2)] {
        let mut changed = bytes.to_vec();
        changed[place] = value;
        assert!(
            ServerSessionState::decode(&changed, &provider()).is_none(),
            "{place}"
        );
    }
    // A suite that the provider no longer has.
    let mut changed = CryptoProvider::clone(&provider());
    changed.cipher_suites.remove(0);
    assert!(ServerSessionState::decode(&bytes, &changed).is_none());
    // A secret that is not as long as the hash's outputs.
    let mut short = session(true);
    short.secret = Secret::new(&[1; 20]);
    assert!(ServerSessionState::decode(&short.encode(), &provider()).is_none());
}

#[test]
fn a_session_is_valid_for_its_lifetime() {
    let session = session(true);
    let start = session.created_at;
    assert!(!session.has_expired(start));
    assert!(!session.has_expired(later(start, 3599)));
    assert!(session.has_expired(later(start, 3600)));
    assert!(session.has_expired(year(2029)), "from the future");
}

#[test]
fn a_session_is_for_one_host_and_one_hash() {
    let provider = provider();
    let session = session(true);
    let same = session.suite;
    assert!(session.matches(Some("example.com"), same));
    assert!(session.matches(Some("EXAMPLE.com"), same));
    assert!(!session.matches(Some("example.org"), same));
    assert!(!session.matches(None, same));
    for suite in &provider.cipher_suites {
        let same_hash = suite.has_same_hash(same);
        assert_eq!(session.matches(Some("example.com"), suite), same_hash);
    }
    assert!(!session.matches(Some("example.com"), with_another_hash(same)));
    let nameless = super::tests::session(false);
    assert!(nameless.matches(None, same));
    assert!(!nameless.matches(Some("example.com"), same));
}

#[test]
fn it_prints_no_secret() {
    let printed = format!("{:?}", session(true));
    assert!(printed.contains("Secret(..)"), "{printed}");
    // 0xab is 171.
    assert!(
        !printed.contains("171") && !printed.contains("abab"),
        "{printed}"
    );
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_refused_or_come_back(mut bytes: Vec<u8>) {
        if let Some(version) = bytes.first_mut() {
            *version = VERSION;
        }
        if let Some(session) = ServerSessionState::decode(&bytes, &provider()) {
            prop_assert_eq!(&*session.encode(), &bytes);
        }
    }

    #[test]
    fn changed_bytes_are_refused_or_come_back(place: prop::sample::Index, value: u8) {
        let mut bytes = session(true).encode();
        let place = place.index(bytes.len());
        bytes[place] = value;
        if let Some(session) = ServerSessionState::decode(&bytes, &provider()) {
            prop_assert_eq!(&*session.encode(), &*bytes);
        }
    }
}
