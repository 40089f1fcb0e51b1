//! Which certificate is presented.

use std::sync::Arc;

use codec::Codec;

use super::*;
use crate::CertificateError;
use crate::msgs::{ProtocolNames, SignatureSchemes};
use crate::test_pki::{Authority, Leaf, provider};

fn certified(leaf: &Leaf) -> CertifiedKey {
    CertifiedKey::from_der(vec![leaf.cert.clone()], leaf.key(), &provider()).unwrap()
}

/// A hello that offers ECDSA with P-256, and `h2`.
fn hello(server_name: Option<&str>) -> ClientHello<'_> {
    ClientHello::new(
        server_name,
        SignatureSchemes::read_bytes(&[0, 2, 4, 3]).unwrap(),
        Some(ProtocolNames::read_bytes(b"\x00\x03\x02h2").unwrap()),
    )
}

#[test]
fn a_key_must_be_its_certificates() {
    let root = Authority::root("root");
    let (one, other) = (root.leaf(&["one"]), root.leaf(&["other"]));
    let load = |chain, key| CertifiedKey::from_der(chain, key, &provider()).map(drop);
    assert_eq!(
        load(vec![one.cert.clone(), root.cert.clone()], one.key()),
        Ok(())
    );
    assert_eq!(
        load(vec![one.cert.clone()], other.key()),
        Err(Error::InconsistentKeys)
    );
    // The first certificate counts.
    assert_eq!(
        load(vec![root.cert.clone(), one.cert.clone()], one.key()),
        Err(Error::InconsistentKeys)
    );
    assert_eq!(
        load(vec![b"garbage".to_vec().into()], one.key()),
        Err(Error::InvalidCertificate(CertificateError::BadEncoding))
    );
    assert!(matches!(load(vec![], one.key()), Err(Error::General(_))));
}

#[derive(Debug)]
struct Signs(Vec<SignatureScheme>);

impl SigningKey for Signs {
    fn schemes(&self) -> &[SignatureScheme] {
        &self.0
    }

    fn sign(&self, _scheme: SignatureScheme, _message: &[u8]) -> Result<Vec<u8>, Error> {
        Ok(vec![])
    }
}

#[test]
fn the_scheme_is_the_keys_best_that_the_peer_offers() {
    const PSS: SignatureScheme = SignatureScheme::RSA_PSS_RSAE_SHA256;
    const LONG_PSS: SignatureScheme = SignatureScheme::RSA_PSS_RSAE_SHA512;
    const PKCS1: SignatureScheme = SignatureScheme::RSA_PKCS1_SHA256;
    let key = CertifiedKey::new(vec![], Arc::new(Signs(vec![PKCS1, LONG_PSS, PSS])));
    let choose = |offered: &[SignatureScheme]| key.choose_scheme(offered.iter().copied());
    assert_eq!(choose(&[PSS, LONG_PSS]), Some(LONG_PSS));
    assert_eq!(choose(&[PSS, SignatureScheme::ED25519]), Some(PSS));
    assert_eq!(
        choose(&[PKCS1]),
        None,
        "not in TLS 1.3, whatever the key says"
    );
    assert_eq!(choose(&[]), None);
}

#[test]
fn a_key_that_does_not_tell_is_taken_on_trust() {
    let leaf = Authority::root("root").leaf(&["example.com"]);
    let certified = CertifiedKey::new(vec![leaf.cert], Arc::new(Signs(vec![])));
    assert_eq!(certified.keys_match(), Ok(()));
}

#[test]
fn names_choose_certificates() {
    let root = Authority::root("root");
    let one = root.leaf(&["one.example"]);
    let wild = root.leaf(&["*.two.example"]);
    let mut resolver = ResolvesServerCertUsingSni::new();
    resolver.add("one.example", certified(&one)).unwrap();
    resolver.add("www.two.example", certified(&wild)).unwrap();
    let chosen = |name| {
        let certified = resolver.resolve(&hello(name))?;
        Some(certified.cert[0].clone())
    };
    assert_eq!(chosen(Some("one.example")), Some(one.cert.clone()));
    assert_eq!(chosen(Some("ONE.Example")), Some(one.cert.clone()));
    assert_eq!(chosen(Some("www.two.example")), Some(wild.cert.clone()));
    assert_eq!(chosen(Some("mail.two.example")), None);
    assert_eq!(chosen(Some("not a name!")), None);
    assert_eq!(chosen(None), None);
}

#[test]
fn a_name_needs_a_certificate_for_it() {
    let leaf = Authority::root("root").leaf(&["one.example"]);
    let mut resolver = ResolvesServerCertUsingSni::new();
    assert_eq!(
        resolver.add("two.example", certified(&leaf)),
        Err(Error::InvalidCertificate(CertificateError::NotValidForName))
    );
    for name in ["", "not a name!", "192.0.2.1"] {
        assert!(
            matches!(resolver.add(name, certified(&leaf)), Err(Error::General(_))),
            "{name}"
        );
    }
    assert!(resolver.resolve(&hello(Some("two.example"))).is_none());
}

#[test]
fn a_hello_tells_what_the_client_offers() {
    let hello = hello(Some("one.example"));
    assert_eq!(hello.server_name(), Some("one.example"));
    let schemes: Vec<_> = hello.signature_schemes().collect();
    assert_eq!(schemes, [SignatureScheme::ECDSA_SECP256R1_SHA256]);
    let names: Vec<_> = hello.alpn().unwrap().collect();
    assert_eq!(names, [b"h2"]);
}

#[test]
fn a_request_tells_what_the_server_accepts() {
    let schemes = SignatureSchemes::read_bytes(&[0, 2, 8, 7]).unwrap();
    let authorities = Codec::read_bytes(b"\x00\x09\x00\x03abc\x00\x02de").unwrap();
    let (silent, request) = (
        CredentialRequest::new(schemes, None),
        CredentialRequest::new(schemes, Some(authorities)),
    );
    let names: Vec<_> = request.root_hint_subjects().collect();
    assert_eq!(names, [&b"abc"[..], b"de"]);
    let schemes: Vec<_> = request.signature_schemes().collect();
    assert_eq!(schemes, [SignatureScheme::ED25519]);

    assert_eq!(silent.root_hint_subjects().count(), 0);
    assert!(NoClientCert.resolve(&request).is_none() && !NoClientCert.has_certs());
}

#[test]
fn nothing_is_allocated_to_choose() {
    let leaf = Authority::root("root").leaf(&["one.example"]);
    let mut resolver = ResolvesServerCertUsingSni::new();
    resolver.add("one.example", certified(&leaf)).unwrap();
    let allocated = allocation_counter::measure(|| {
        let hello = hello(Some("One.Example"));
        let certified = resolver.resolve(&hello).unwrap();
        assert!(certified.choose_scheme(hello.signature_schemes()).is_some());
    });
    assert_eq!(allocated.count_total, 0, "{allocated:?}");
}
