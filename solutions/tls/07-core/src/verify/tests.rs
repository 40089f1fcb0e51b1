//! What the verifiers accept, and why they refuse the rest.

use std::sync::Arc;

use pki_types::{CertificateDer, ServerName, UnixTime};
use rcgen::ExtendedKeyUsagePurpose;

use super::*;
use crate::crypto::CryptoProvider;
use crate::test_pki::{Authority, Leaf, provider, providers, year};
use crate::{CertificateError, Error, PeerMisbehaved, SignatureScheme};

fn server_verifier(root: &Authority) -> Arc<WebPkiServerVerifier> {
    WebPkiServerVerifier::builder_with_provider(root.store(), provider())
        .build()
        .unwrap()
}

/// Verifies the leaf as `example.com`'s in 2030.
fn verify(
    verifier: &dyn ServerCertVerifier,
    leaf: &CertificateDer<'_>,
    intermediates: &[CertificateDer<'_>],
) -> Result<(), Error> {
    verify_at(verifier, leaf, intermediates, "example.com", year(2030))
}

fn verify_at(
    verifier: &dyn ServerCertVerifier,
    leaf: &CertificateDer<'_>,
    intermediates: &[CertificateDer<'_>],
    name: &str,
    now: UnixTime,
) -> Result<(), Error> {
    let name = ServerName::try_from(name).unwrap();
    verifier
        .verify_server_cert(leaf, intermediates, &name, &[], now)
        .map(|_verified| ())
}

fn refused(error: CertificateError) -> Result<(), Error> {
    Err(Error::InvalidCertificate(error))
}

#[test]
fn a_path_to_a_root_is_accepted() {
    let root = Authority::root("root");
    let middle = root.intermediate("middle");
    let unrelated = Authority::root("unrelated");
    let leaf = middle.leaf(&["example.com", "*.example.org", "192.0.2.1", "2001:db8::1"]);
    let verifier = server_verifier(&root);
    // In any order, and with others in between.
    let sent = [
        unrelated.cert.clone(),
        root.cert.clone(),
        middle.cert.clone(),
    ];
    for name in [
        "example.com",
        "EXAMPLE.com",
        "www.example.org",
        "192.0.2.1",
        "2001:db8::1",
    ] {
        assert_eq!(
            verify_at(&*verifier, &leaf.cert, &sent, name, year(2030)),
            Ok(()),
            "{name}"
        );
    }
    for name in [
        "example.net",
        "www.example.com",
        "a.b.example.org",
        "192.0.2.2",
    ] {
        assert_eq!(
            verify_at(&*verifier, &leaf.cert, &sent, name, year(2030)),
            refused(CertificateError::NotValidForName),
            "{name}"
        );
    }
}

#[test]
fn without_a_path_to_a_root_it_is_refused() {
    let root = Authority::root("root");
    let middle = root.intermediate("middle");
    let leaf = middle.leaf(&["example.com"]);
    let unknown = refused(CertificateError::UnknownIssuer);
    assert_eq!(verify(&*server_verifier(&root), &leaf.cert, &[]), unknown);
    let stranger = server_verifier(&Authority::root("stranger"));
    let sent = [middle.cert.clone(), root.cert.clone()];
    assert_eq!(verify(&*stranger, &leaf.cert, &sent), unknown);
}

#[test]
fn the_time_is_the_callers() {
    let root = Authority::root("root");
    let leaf = root.leaf(&["example.com"]);
    let verifier = server_verifier(&root);
    let at = |time| verify_at(&*verifier, &leaf.cert, &[], "example.com", time);
    assert_eq!(at(year(2019)), refused(CertificateError::NotValidYet));
    assert_eq!(at(year(2020)), Ok(()));
    assert_eq!(at(year(2039)), Ok(()));
    assert_eq!(at(year(2041)), refused(CertificateError::Expired));
}

#[test]
fn a_certificate_for_another_purpose_is_refused() {
    let root = Authority::root("root");
    let client = root.leaf_for(ExtendedKeyUsagePurpose::ClientAuth);
    let server = root.leaf_for(ExtendedKeyUsagePurpose::ServerAuth);
    let server_verifier = server_verifier(&root);
    let client_verifier = WebPkiClientVerifier::builder_with_provider(root.store(), provider())
        .build()
        .unwrap();
    let verify_client = |leaf: &Leaf| {
        client_verifier
            .verify_client_cert(&leaf.cert, &[], year(2030))
            .map(|_verified| ())
    };
    let wrong = refused(CertificateError::InvalidPurpose);
    assert_eq!(verify(&*server_verifier, &server.cert, &[]), Ok(()));
    assert_eq!(verify(&*server_verifier, &client.cert, &[]), wrong);
    assert_eq!(verify_client(&client), Ok(()));
    assert_eq!(verify_client(&server), wrong);
}

#[test]
fn an_authority_is_no_peer() {
    let root = Authority::root("root");
    let middle = root.intermediate("middle");
    let verifier = server_verifier(&root);
    for authority in [&root, &middle] {
        assert_eq!(
            verify(&*verifier, &authority.cert, &[]),
            refused(CertificateError::CaUsedAsEndEntity)
        );
    }
}

#[test]
fn damaged_certificates_are_refused() {
    let root = Authority::root("root");
    let leaf = root.leaf(&["example.com"]);
    let verifier = server_verifier(&root);
    let bytes = leaf.cert.to_vec();
    for cut in 0..bytes.len() {
        assert_eq!(
            verify(&*verifier, &bytes[..cut].into(), &[]),
            refused(CertificateError::BadEncoding),
            "{cut}"
        );
    }
    for place in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[place] ^= 1;
        assert!(verify(&*verifier, &changed.into(), &[]).is_err(), "{place}");
    }
    // The last byte is the signature's.
    let mut changed = bytes.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert_eq!(
        verify(&*verifier, &changed.into(), &[]),
        refused(CertificateError::BadSignature)
    );
}

#[test]
fn revocation_is_looked_up_in_the_lists_given() {
    let root = Authority::root("root");
    let leaf = root.leaf(&["example.com"]);
    let builder = || WebPkiServerVerifier::builder_with_provider(root.store(), provider());
    let verifier = builder().with_crls([root.revokes(&[7])]).build().unwrap();
    assert_eq!(
        verify(&*verifier, &leaf.cert, &[]),
        refused(CertificateError::Revoked)
    );
    let verifier = builder().with_crls([root.revokes(&[8])]).build().unwrap();
    assert_eq!(verify(&*verifier, &leaf.cert, &[]), Ok(()));
    assert_eq!(
        builder()
            .with_crls([b"no list".to_vec().into()])
            .build()
            .map(drop),
        Err(VerifierBuilderError::InvalidCrl)
    );
}

#[test]
fn a_certificate_that_no_list_speaks_of_is_refused_unless_allowed() {
    let root = Authority::root("root");
    let middle = root.intermediate("middle");
    let leaf = middle.leaf(&["example.com"]);
    let sent = [middle.cert.clone()];
    let builder = || WebPkiServerVerifier::builder_with_provider(root.store(), provider());
    let unknown = refused(CertificateError::UnknownRevocationStatus);

    let only_root = builder().with_crls([root.revokes(&[])]);
    let verifier = only_root.clone().build().unwrap();
    assert_eq!(verify(&*verifier, &leaf.cert, &sent), unknown);
    let verifier = only_root.allow_unknown_revocation_status().build().unwrap();
    assert_eq!(verify(&*verifier, &leaf.cert, &sent), Ok(()));

    let only_middle = builder().with_crls([middle.revokes(&[])]);
    let verifier = only_middle.clone().build().unwrap();
    assert_eq!(verify(&*verifier, &leaf.cert, &sent), unknown);
    let verifier = only_middle
        .only_check_end_entity_revocation()
        .build()
        .unwrap();
    assert_eq!(verify(&*verifier, &leaf.cert, &sent), Ok(()));
}

#[test]
fn an_overdue_list_is_believed_unless_told_otherwise() {
    let root = Authority::root("root");
    let leaf = root.leaf(&["example.com"]);
    let builder = WebPkiServerVerifier::builder_with_provider(root.store(), provider())
        .with_crls([root.revokes(&[])]);
    let at = |verifier: &WebPkiServerVerifier, time| {
        verify_at(verifier, &leaf.cert, &[], "example.com", time)
    };
    let lenient = builder.clone().build().unwrap();
    assert_eq!(at(&lenient, year(2032)), Ok(()));
    let strict = builder.enforce_revocation_expiration().build().unwrap();
    assert_eq!(at(&strict, year(2030)), Ok(()));
    assert_eq!(
        at(&strict, year(2032)),
        refused(CertificateError::UnknownRevocationStatus)
    );
}

/// The same for clients, who have a builder of their own.
#[test]
fn clients_are_looked_up_too() {
    let root = Authority::root("root");
    let middle = root.intermediate("middle");
    let leaf = middle.leaf(&["client.example.com"]);
    let sent = [middle.cert.clone()];
    let builder = || WebPkiClientVerifier::builder_with_provider(root.store(), provider());
    let verify_in = |builder: ClientCertVerifierBuilder, now| {
        let verifier = builder.build().unwrap();
        let verified = verifier.verify_client_cert(&leaf.cert, &sent, now);
        verified.map(|_verified| ())
    };
    let now = year(2030);
    let unknown = refused(CertificateError::UnknownRevocationStatus);

    let revoked = builder().with_crls([root.revokes(&[]), middle.revokes(&[7])]);
    assert_eq!(verify_in(revoked, now), refused(CertificateError::Revoked));
    let all = builder().with_crls([root.revokes(&[]), middle.revokes(&[])]);
    assert_eq!(verify_in(all.clone(), now), Ok(()));
    assert_eq!(verify_in(all.clone(), year(2032)), Ok(()));
    let strict = all.enforce_revocation_expiration();
    assert_eq!(verify_in(strict, year(2032)), unknown);

    let only_root = builder().with_crls([root.revokes(&[])]);
    assert_eq!(verify_in(only_root.clone(), now), unknown);
    let lenient = only_root.allow_unknown_revocation_status();
    assert_eq!(verify_in(lenient, now), Ok(()));
    let only_middle = builder().with_crls([middle.revokes(&[])]);
    assert_eq!(verify_in(only_middle.clone(), now), unknown);
    let end = only_middle.only_check_end_entity_revocation();
    assert_eq!(verify_in(end, now), Ok(()));
}

#[test]
fn a_verifier_needs_a_root() {
    let none = || Arc::new(RootCertStore::empty());
    assert_eq!(
        WebPkiServerVerifier::builder_with_provider(none(), provider())
            .build()
            .map(drop),
        Err(VerifierBuilderError::NoRootAnchors)
    );
    assert_eq!(
        WebPkiClientVerifier::builder_with_provider(none(), provider())
            .build()
            .map(drop),
        Err(VerifierBuilderError::NoRootAnchors)
    );
}

#[test]
fn a_store_takes_what_it_can_decode() {
    let one = Authority::root("one");
    let two = Authority::root("two");
    let mut roots = RootCertStore::empty();
    assert!(roots.is_empty());
    let garbage = CertificateDer::from(&b"garbage"[..]);
    assert_eq!(
        roots.add(garbage.clone()),
        Err(Error::InvalidCertificate(CertificateError::BadEncoding))
    );
    let all = [one.cert.clone(), garbage, two.cert.clone()];
    assert_eq!(roots.add_parsable_certificates(all), (2, 1));
    assert_eq!(roots.len(), 2);
    assert_eq!(
        roots
            .roots
            .clone()
            .into_iter()
            .collect::<RootCertStore>()
            .len(),
        2
    );
}

#[test]
fn clients_are_told_the_names_of_the_roots() {
    let root = Authority::root("the name");
    let builder = || WebPkiClientVerifier::builder_with_provider(root.store(), provider());
    let verifier = builder().build().unwrap();
    let [name] = verifier.root_hint_subjects() else {
        panic!("not one name");
    };
    // The name as it stands in the certificate.
    let der = name.as_ref();
    assert!(der.windows(8).any(|part| part == b"the name"));
    assert!(root.cert.windows(der.len()).any(|part| part == der));

    assert!(verifier.offer_client_auth() && verifier.client_auth_mandatory());
    let verifier = builder()
        .allow_unauthenticated()
        .clear_root_hint_subjects()
        .build()
        .unwrap();
    assert!(verifier.offer_client_auth() && !verifier.client_auth_mandatory());
    assert!(verifier.root_hint_subjects().is_empty());
    let other = DistinguishedName::in_sequence(b"other");
    let verifier = builder()
        .add_root_hint_subjects([other.clone()])
        .build()
        .unwrap();
    assert_eq!(verifier.root_hint_subjects()[1], other);
}

#[test]
fn nobody_is_asked_without_client_authentication() {
    let none = WebPkiClientVerifier::no_client_auth();
    assert!(!none.offer_client_auth() && !none.client_auth_mandatory());
    let root = Authority::root("root");
    let leaf = root.leaf(&["example.com"]);
    assert!(
        none.verify_client_cert(&leaf.cert, &[], year(2030))
            .is_err()
    );
    let scheme = SignatureScheme::ED25519;
    assert!(
        none.verify_tls13_signature(b"", &leaf.cert, scheme, b"")
            .is_err()
    );
}

/// Every pair of a key that signs and a provider that verifies.
fn signers() -> Vec<(Leaf, SignatureScheme)> {
    let root = Authority::root("root");
    [
        (
            &rcgen::PKCS_ECDSA_P256_SHA256,
            SignatureScheme::ECDSA_SECP256R1_SHA256,
        ),
        (
            &rcgen::PKCS_ECDSA_P384_SHA384,
            SignatureScheme::ECDSA_SECP384R1_SHA384,
        ),
        (&rcgen::PKCS_ED25519, SignatureScheme::ED25519),
    ]
    .map(|(algorithm, scheme)| (root.leaf_with(&["example.com"], algorithm, |_| {}), scheme))
    .into()
}

fn sign(provider: &CryptoProvider, leaf: &Leaf, scheme: SignatureScheme) -> Vec<u8> {
    let key = provider.key_provider.load_private_key(leaf.key()).unwrap();
    key.sign(scheme, b"message").unwrap()
}

#[test]
fn a_signature_is_good_for_its_message_and_its_key() {
    let signers = signers();
    for provider in providers() {
        let algorithms = provider.signature_verification_algorithms;
        for (leaf, scheme) in &signers {
            let mut signature = sign(&provider, leaf, *scheme);
            let check = |message: &[u8], cert, signature: &[u8]| {
                verify_tls13_signature(message, cert, *scheme, signature, &algorithms).map(drop)
            };
            assert_eq!(
                check(b"message", &leaf.cert, &signature),
                Ok(()),
                "{scheme}"
            );
            let wrong = Err(Error::DecryptError("signature"));
            assert_eq!(check(b"another", &leaf.cert, &signature), wrong, "{scheme}");
            let stranger = Authority::root("root").leaf(&["example.com"]);
            if *scheme == SignatureScheme::ECDSA_SECP256R1_SHA256 {
                assert_eq!(check(b"message", &stranger.cert, &signature), wrong);
            }
            assert_eq!(check(b"message", &leaf.cert, &[]), wrong, "{scheme}");
            *signature.last_mut().unwrap() ^= 1;
            assert_eq!(check(b"message", &leaf.cert, &signature), wrong, "{scheme}");
        }
    }
}

#[test]
fn a_scheme_goes_with_one_kind_of_key() {
    let signers = signers();
    for provider in providers() {
        let algorithms = provider.signature_verification_algorithms;
        for (leaf, own) in &signers {
            let signature = sign(&provider, leaf, *own);
            let other_keys = signers.iter().map(|(_, scheme)| *scheme);
            for scheme in other_keys.filter(|scheme| scheme != own) {
                assert_eq!(
                    verify_tls13_signature(b"message", &leaf.cert, scheme, &signature, &algorithms)
                        .map(drop),
                    Err(PeerMisbehaved::SignedWithSchemeOfOtherKey.into()),
                    "{own} as {scheme}"
                );
            }
        }
    }
}

#[test]
fn schemes_that_tls_13_does_not_allow_here_are_refused() {
    let root = Authority::root("root");
    let leaf = root.leaf(&["example.com"]);
    let verifier = server_verifier(&root);
    for scheme in [
        SignatureScheme::RSA_PKCS1_SHA256,
        SignatureScheme::RSA_PKCS1_SHA512,
        // ecdsa_sha1, and one that does not exist.
        SignatureScheme(0x0203),
        SignatureScheme(0xfefe),
    ] {
        assert_eq!(
            verifier
                .verify_tls13_signature(b"", &leaf.cert, scheme, b"")
                .map(drop),
            Err(PeerMisbehaved::SignedWithUnofferedScheme.into()),
            "{scheme}"
        );
    }
    // In certificates they are, and so they are offered.
    let offered = verifier.supported_verify_schemes();
    assert!(offered.contains(&SignatureScheme::RSA_PKCS1_SHA256));
    assert!(offered.contains(&SignatureScheme::ECDSA_SECP256R1_SHA256));
}

#[test]
fn nothing_is_allocated_or_copied_to_verify() {
    let root = Authority::root("root");
    let middle = root.intermediate("middle");
    let leaf = middle.leaf(&["example.com"]);
    let sent = [middle.cert.clone()];
    let scheme = SignatureScheme::ECDSA_SECP256R1_SHA256;
    for provider in providers() {
        let signature = sign(&provider, &leaf, scheme);
        let verifier = WebPkiServerVerifier::builder_with_provider(root.store(), provider)
            .build()
            .unwrap();
        let allocated = allocation_counter::measure(|| {
            assert_eq!(verify(&*verifier, &leaf.cert, &sent), Ok(()));
            verifier
                .verify_tls13_signature(b"message", &leaf.cert, scheme, &signature)
                .unwrap();
        });
        assert_eq!(allocated.count_total, 0, "{allocated:?}");
    }
}
