//! Private keys, and signatures.

use pki_types::pem::PemObject;
use pki_types::{PrivateKeyDer, SubjectPublicKeyInfoDer};
use webpki::RawPublicKeyEntity;

use super::*;
use crate::SignatureScheme;

macro_rules! pem {
    ($name:literal) => {
        include_bytes!(concat!("../../../tests/keys/", $name, ".pem"))
    };
}

/// A private key in each of its forms, its public key, and what it signs with.
struct TestKey {
    forms: &'static [&'static [u8]],
    public_key: &'static [u8],
    schemes: &'static [SignatureScheme],
}

const KEYS: [TestKey; 4] = [
    TestKey {
        forms: &[pem!("rsa.pkcs8"), pem!("rsa.pkcs1")],
        public_key: pem!("rsa.public"),
        schemes: &[
            SignatureScheme::RSA_PSS_RSAE_SHA512,
            SignatureScheme::RSA_PSS_RSAE_SHA384,
            SignatureScheme::RSA_PSS_RSAE_SHA256,
        ],
    },
    TestKey {
        forms: &[pem!("p256.pkcs8"), pem!("p256.sec1")],
        public_key: pem!("p256.public"),
        schemes: &[SignatureScheme::ECDSA_SECP256R1_SHA256],
    },
    TestKey {
        forms: &[pem!("p384.pkcs8"), pem!("p384.sec1")],
        public_key: pem!("p384.public"),
        schemes: &[SignatureScheme::ECDSA_SECP384R1_SHA384],
    },
    TestKey {
        forms: &[pem!("ed25519.pkcs8")],
        public_key: pem!("ed25519.public"),
        schemes: &[SignatureScheme::ED25519],
    },
];

fn private_key(pem: &[u8]) -> PrivateKeyDer<'static> {
    PrivateKeyDer::from_pem_slice(pem).expect("a private key in PEM")
}

#[test]
fn keys_sign_and_every_provider_verifies() {
    for signer in providers() {
        for TestKey {
            forms,
            public_key,
            schemes,
        } in KEYS
        {
            let public_key =
                SubjectPublicKeyInfoDer::from_pem_slice(public_key).expect("a public key in PEM");
            let verifying =
                RawPublicKeyEntity::try_from(&public_key).expect("webpki can read the key");
            for form in forms {
                let key = signer
                    .key_provider
                    .load_private_key(private_key(form))
                    .expect("the key is good");
                assert_eq!(key.schemes(), schemes);
                assert_eq!(key.public_key(), Some(public_key.clone()));

                for &scheme in schemes {
                    let signature = key.sign(scheme, b"message").expect("the key can");
                    for verifier in providers() {
                        let algorithm = verifier
                            .signature_verification_algorithms
                            .for_tls13(scheme)
                            .expect("every scheme can be verified");
                        let verify = |message: &[u8]| {
                            verifying.verify_signature(algorithm, message, &signature)
                        };
                        assert_eq!(verify(b"message"), Ok(()));
                        assert!(verify(b"massage").is_err());
                    }
                }
            }
        }
    }
}

#[test]
fn a_key_signs_with_its_own_schemes_only() {
    for provider in providers() {
        for TestKey { forms, schemes, .. } in KEYS {
            let key = provider
                .key_provider
                .load_private_key(private_key(forms[0]))
                .expect("the key is good");
            for scheme in provider
                .signature_verification_algorithms
                .supported_schemes()
            {
                assert_eq!(
                    key.sign(scheme, b"message").is_ok(),
                    schemes.contains(&scheme),
                    "{scheme}"
                );
            }
        }
    }
}

/// SEC 1 leaves it open whether the curve is named (RFC 5915, section 3).
#[test]
fn a_sec1_key_need_not_name_its_curve() {
    for (pem, curve_in_der) in [
        (&pem!("p256.sec1")[..], "a00a06082a8648ce3d030107"),
        (pem!("p384.sec1"), "a00706052b81040022"),
    ] {
        let PrivateKeyDer::Sec1(named) = private_key(pem) else {
            panic!("it is in SEC 1");
        };
        let named = named.secret_sec1_der();
        let curve = hex(curve_in_der);
        let at = named
            .windows(curve.len())
            .position(|window| window == curve)
            .expect("OpenSSL names the curve");
        let mut unnamed = [&named[..at], &named[at + curve.len()..]].concat();
        // The length of the whole, in its last byte whether it has one or two.
        let length = if unnamed[1] == 0x81 { 2 } else { 1 };
        unnamed[length] -= curve.len() as u8;

        for provider in providers() {
            let load = |der: &[u8]| {
                provider
                    .key_provider
                    .load_private_key(PrivateKeyDer::Sec1(der.to_vec().into()))
                    .expect("the key is good")
            };
            assert_eq!(load(named).schemes(), load(&unnamed).schemes());
            assert_eq!(load(named).public_key(), load(&unnamed).public_key());
        }
    }
}

#[test]
fn other_keys_are_refused() {
    for provider in providers() {
        let load = |key_der| provider.key_provider.load_private_key(key_der).map(|_| ());
        assert!(load(private_key(pem!("p521.pkcs8"))).is_err());
        for bytes in [&[][..], &[0x30, 0], b"no key at all"] {
            let bytes = bytes.to_vec();
            assert!(load(PrivateKeyDer::Pkcs8(bytes.clone().into())).is_err());
            assert!(load(PrivateKeyDer::Sec1(bytes.clone().into())).is_err());
            assert!(load(PrivateKeyDer::Pkcs1(bytes.into())).is_err());
        }
        // In the wrong wrapping, and cut short.
        let key = private_key(pem!("p256.pkcs8"));
        let der = key.secret_der();
        assert!(load(PrivateKeyDer::Sec1(der.to_vec().into())).is_err());
        assert!(load(PrivateKeyDer::Pkcs1(der.to_vec().into())).is_err());
        for length in 0..der.len() {
            assert!(load(PrivateKeyDer::Pkcs8(der[..length].to_vec().into())).is_err());
        }
    }
}

#[test]
fn a_private_key_is_never_printed() {
    for provider in providers() {
        let key = provider
            .key_provider
            .load_private_key(private_key(pem!("ed25519.pkcs8")))
            .expect("the key is good");
        assert_eq!(format!("{key:?}"), "Key { schemes: [ed25519], .. }");
    }
}

#[test]
fn tls13_verifies_no_pkcs1() {
    for provider in providers() {
        let algorithms = provider.signature_verification_algorithms;
        for scheme in algorithms.supported_schemes() {
            assert_eq!(
                algorithms.for_tls13(scheme).is_some(),
                scheme.signs_handshakes()
            );
        }
        assert!(algorithms.for_tls13(SignatureScheme(0x0201)).is_none());
    }
}
