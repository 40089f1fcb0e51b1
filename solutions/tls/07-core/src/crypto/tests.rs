//! Each provider by itself, and both with one another.

use std::panic::{AssertUnwindSafe, catch_unwind};

use pki_types::pem::PemObject;
use pki_types::{PrivateKeyDer, SubjectPublicKeyInfoDer};
use webpki::RawPublicKeyEntity;

use super::*;
use crate::{NamedGroup, PeerMisbehaved, Secret, SignatureScheme};

/// Every provider that is built.
pub(crate) fn providers() -> Vec<CryptoProvider> {
    vec![
        #[cfg(feature = "aws-lc-rs")]
        aws_lc_rs::default_provider(),
        #[cfg(feature = "ring")]
        ring::default_provider(),
    ]
}

/// The bytes that `digits` stand for.
pub(crate) fn hex(digits: &str) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).expect("a hex digit") as u8;
    digits
        .as_bytes()
        .chunks(2)
        .map(|pair| digit(pair[0]) << 4 | digit(pair[1]))
        .collect()
}

/// Every pair of providers that have something under the same name, a provider with
/// itself included.
fn pairs<T: Copy>(
    what: impl Fn(&CryptoProvider) -> Vec<T>,
    same: impl Fn(T, T) -> bool,
) -> Vec<(T, T)> {
    let all: Vec<T> = providers().iter().flat_map(&what).collect();
    let mut pairs = Vec::new();
    for &one in &all {
        for &other in &all {
            if same(one, other) {
                pairs.push((one, other));
            }
        }
    }
    assert!(!pairs.is_empty());
    pairs
}

fn suite_pairs() -> Vec<(&'static Tls13CipherSuite, &'static Tls13CipherSuite)> {
    pairs(
        |provider| provider.cipher_suites.clone(),
        |one, other| one == other,
    )
}

fn group_pairs() -> Vec<(&'static dyn SupportedKxGroup, &'static dyn SupportedKxGroup)> {
    pairs(
        |provider| provider.kx_groups.clone(),
        |one, other| one.name() == other.name(),
    )
}

#[test]
fn what_a_provider_has() {
    for provider in providers() {
        assert_eq!(
            format!("{:?}", provider.cipher_suites),
            "[TLS13_AES_256_GCM_SHA384, TLS13_AES_128_GCM_SHA256, TLS13_CHACHA20_POLY1305_SHA256]"
        );
        let groups: Vec<_> = provider
            .kx_groups
            .iter()
            .map(|group| group.name())
            .collect();
        assert!(groups.ends_with(&[
            NamedGroup::X25519,
            NamedGroup::SECP256R1,
            NamedGroup::SECP384R1
        ]));
    }
    #[cfg(feature = "aws-lc-rs")]
    assert_eq!(
        aws_lc_rs::default_provider().kx_groups[0].name(),
        NamedGroup::X25519MLKEM768
    );
}

#[test]
fn hashes_may_come_in_pieces() {
    // FIPS 180-2, sections B.1 and D.1.
    for (suite, algorithm, expected) in [
        (
            0x1301,
            HashAlgorithm::SHA256,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
        (
            0x1302,
            HashAlgorithm::SHA384,
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed\
             8086072ba1e7cc2358baeca134c825a7",
        ),
    ] {
        for provider in providers() {
            let suites = &provider.cipher_suites;
            let suite = suites.iter().find(|known| known.suite.0 == suite);
            let hash = suite.expect("every provider has it").hash;
            assert_eq!(hash.hash(b"abc").as_ref(), hex(expected));
            assert_eq!(hash.output_len(), hex(expected).len());
            assert_eq!(hash.algorithm(), algorithm);

            let mut context = hash.start();
            assert_eq!(context.current(), hash.hash(b""));
            context.update(b"a");
            assert_eq!(context.current(), hash.hash(b"a"));
            context.update(b"bc");
            assert_eq!(context.current(), hash.hash(b"abc"));
            assert_eq!(context.current(), hash.hash(b"abc"));
        }
    }
}

/// The suite under the number of `TLS_SM4_GCM_SM3` (RFC 8998), with a hash that has
/// outputs of the same length and is another one.
pub(crate) fn with_another_hash(suite: &'static Tls13CipherSuite) -> &'static Tls13CipherSuite {
    struct Another(&'static dyn Hash);

    impl Hash for Another {
        fn algorithm(&self) -> HashAlgorithm {
            HashAlgorithm(224)
        }

        fn output_len(&self) -> usize {
            self.0.output_len()
        }

        fn start(&self) -> Box<dyn HashContext> {
            self.0.start()
        }

        fn hash(&self, data: &[u8]) -> Digest {
            self.0.hash(data)
        }
    }

    Box::leak(Box::new(Tls13CipherSuite {
        suite: CipherSuite(0x00c6),
        name: "TLS_SM4_GCM_SM3",
        hash: Box::leak(Box::new(Another(suite.hash))),
        ..*suite
    }))
}

/// RFC 8446, appendix B.4.
#[test]
fn suites_of_the_same_hash() {
    for provider in providers() {
        for one in &provider.cipher_suites {
            for other in &provider.cipher_suites {
                let numbers = [one, other].map(|suite| suite.suite.0 == 0x1302);
                assert_eq!(one.has_same_hash(other), numbers[0] == numbers[1]);
            }
            assert!(!one.has_same_hash(with_another_hash(one)));
        }
    }
}

#[test]
fn a_digest_shows_its_bytes() {
    assert_eq!(format!("{:?}", Digest::new(&[0, 0xab])), "Digest(00ab)");
    assert_ne!(Digest::new(&[1]), Digest::new(&[1, 0]));
}

/// RFC 5869, appendix A: test cases 1 and 3.
#[test]
fn hkdf_with_sha256() {
    for provider in providers() {
        let suites = provider.cipher_suites.iter();
        for suite in suites.filter(|suite| suite.hash.output_len() == 32) {
            let hkdf = suite.hkdf;
            let ikm = [0x0b; 22];

            let prk = hkdf.extract(&hex("000102030405060708090a0b0c"), &ikm);
            assert_eq!(
                prk.bytes(),
                hex("077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5")
            );
            let mut okm = [0; 42];
            hkdf.expand(&prk, &[&hex("f0f1f2f3f4"), &hex("f5f6f7f8f9")], &mut okm);
            assert_eq!(
                okm[..],
                hex(
                    "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf\
                     34007208d5b887185865"
                )
            );

            let prk = hkdf.extract(&[], &ikm);
            assert_eq!(prk, hkdf.extract(&[0; 32], &ikm));
            hkdf.expand(&prk, &[], &mut okm);
            assert_eq!(
                okm[..],
                hex(
                    "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d\
                     9d201395faa4b61a96c8"
                )
            );
        }
    }
}

#[test]
fn hkdf_expands_to_255_outputs_and_no_more() {
    for provider in providers() {
        for suite in &provider.cipher_suites {
            let hkdf = suite.hkdf;
            let most = 255 * hkdf.hash_len();
            let expand = |length: usize| {
                hkdf.expand(&Secret::new(&[1; 32]), &[b"info"], &mut vec![0; length]);
            };
            expand(most);
            assert!(catch_unwind(AssertUnwindSafe(|| expand(most + 1))).is_err());
        }
    }
}

/// RFC 4231, test case 2.
#[test]
fn hmac() {
    for provider in providers() {
        for suite in &provider.cipher_suites {
            let tag = suite
                .hkdf
                .hmac(&Secret::new(b"Jefe"), b"what do ya want for nothing?");
            let expected = match suite.hkdf.hash_len() {
                32 => "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                _ => {
                    "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e\
                     8e2240ca5e69e2c78b3239ecfab21649"
                }
            };
            assert_eq!(tag.as_ref(), hex(expected));
        }
    }
}

#[test]
fn what_one_seals_the_other_opens() {
    for (sealer, opener) in suite_pairs() {
        let key: Vec<u8> = (0..sealer.aead.key_len() as u8).collect();
        let sealing = sealer.aead.new_key(&key);
        let opening = opener.aead.new_key(&key);
        for length in [0, 1, 15, 16, 17, 64, 1000, (1 << 14) + 1] {
            let plain: Vec<u8> = (0..length).map(|index| index as u8).collect();
            let mut sealed = plain.clone();
            let tag = sealing
                .seal_in_place([9; 12], b"header", &mut sealed)
                .expect("it is not too long");
            sealed.extend_from_slice(&tag);

            let open = |nonce, aad: &[u8], mut sealed: Vec<u8>| {
                opening
                    .open_in_place(nonce, aad, &mut sealed)
                    .map(|opened| opened.to_vec())
            };
            assert_eq!(open([9; 12], b"header", sealed.clone()), Some(plain));
            assert_eq!(open([8; 12], b"header", sealed.clone()), None);
            assert_eq!(open([9; 12], b"Header", sealed.clone()), None);
            for index in [0, length / 2, length, sealed.len() - 1] {
                let mut changed = sealed.clone();
                changed[index] ^= 1;
                assert_eq!(open([9; 12], b"header", changed), None);
            }
            for length in [0, 1, TAG_LENGTH - 1, sealed.len() - 1] {
                assert_eq!(open([9; 12], b"header", sealed[..length].to_vec()), None);
            }
        }
    }
}

/// What a key makes of `plain` in place, with the tag.
fn sealed_in_place(key: &dyn AeadKey, plain: &[u8]) -> Vec<u8> {
    let mut sealed = plain.to_vec();
    let tag = key.seal_in_place([9; 12], b"header", &mut sealed);
    sealed.extend_from_slice(&tag.expect("it is not too long"));
    sealed
}

#[test]
fn it_is_the_same_sealed_in_place_and_into_another_buffer() {
    for (one, other) in suite_pairs() {
        let bytes: Vec<u8> = (0..one.aead.key_len() as u8).collect();
        let (one, other) = (one.aead.new_key(&bytes), other.aead.new_key(&bytes));
        for length in [0, 1, 15, 16, 17, 63, 64, 1000, 1 << 14] {
            let plain: Vec<u8> = (0..length).map(|index| index as u8).collect();
            let mut sealed = vec![0; length + 1 + TAG_LENGTH];
            one.seal_into([9; 12], b"header", &plain, 23, &mut sealed)
                .expect("it is not too long");
            assert_eq!(
                sealed,
                sealed_in_place(&*other, &[&plain[..], &[23]].concat())
            );
        }
    }
}

#[test]
fn a_key_can_become_another() {
    for (one, other) in suite_pairs() {
        let bytes: Vec<u8> = (0..one.aead.key_len() as u8).collect();
        let mut key = one.aead.new_key(&vec![5; bytes.len()]);
        key.rekey(&bytes);
        let new = other.aead.new_key(&bytes);
        assert_eq!(
            sealed_in_place(&*key, b"plain"),
            sealed_in_place(&*new, b"plain")
        );
    }
}

#[test]
#[should_panic(expected = "`key_len` bytes")]
fn a_key_does_not_become_one_of_another_length() {
    let mut key = providers()[0].cipher_suites[0].aead.new_key(&[0; 32]);
    key.rekey(&[0; 31]);
}

#[test]
#[should_panic(expected = "`key_len` bytes")]
fn a_key_of_another_length_is_refused() {
    providers()[0].cipher_suites[0].aead.new_key(&[0; 31]);
}

#[test]
fn records_and_hashes_take_no_memory() {
    for provider in providers() {
        for suite in &provider.cipher_suites {
            let bytes = vec![5; suite.aead.key_len()];
            let mut key = suite.aead.new_key(&bytes);
            let mut record = [0; 1000 + TAG_LENGTH];
            let mut protect = || {
                key.rekey(&bytes);
                key.seal_into([2; 12], b"aad", &[3; 999], 4, &mut record)
                    .expect("it is not too long");
                let tag = key.seal_in_place([1; 12], b"aad", &mut record[..1000]);
                record[1000..].copy_from_slice(&tag.expect("it is not too long"));
                assert!(key.open_in_place([1; 12], b"aad", &mut record).is_some());
            };
            protect();
            assert_eq!(allocation_counter::measure(protect).count_total, 0);

            let start = || drop(suite.hash.start());
            start();
            assert_eq!(allocation_counter::measure(start).count_total, 1);

            let mut context = suite.hash.start();
            let transcript = || {
                context.update(&[6; 1000]);
                context.current();
                suite.hash.hash(b"message");
            };
            assert_eq!(allocation_counter::measure(transcript).count_total, 0);
        }
    }
}

#[test]
fn two_sides_agree() {
    for (client, server) in group_pairs() {
        let exchange = client.start().expect("there are random bytes");
        assert_eq!(exchange.group(), client.name());

        let answer = server
            .start_and_complete(exchange.pub_key())
            .expect("the share is good");
        assert_eq!(answer.group, client.name());
        let secret = exchange
            .complete(&answer.pub_key)
            .expect("the share is good");
        assert_eq!(secret, answer.secret);

        let again = server
            .start_and_complete(&client_share(client))
            .expect("the share is good");
        assert_ne!(again.secret, answer.secret);
        assert_ne!(again.pub_key, answer.pub_key);
    }
}

/// A client's share, in a new key exchange.
fn client_share(group: &dyn SupportedKxGroup) -> Vec<u8> {
    let exchange = group.start().expect("there are random bytes");
    exchange.pub_key().to_vec()
}

fn assert_refused(group: &dyn SupportedKxGroup, to_server: Option<&[u8]>, to_client: &[u8]) {
    let refused = Err(PeerMisbehaved::InvalidKeyShare.into());
    if let Some(share) = to_server {
        assert_eq!(group.start_and_complete(share).map(|_| ()), refused);
    }
    let exchange = group.start().expect("there are random bytes");
    assert_eq!(exchange.complete(to_client).map(|_| ()), refused);
}

#[test]
fn a_share_has_one_length_and_one_form() {
    for provider in providers() {
        for group in provider.kx_groups {
            let to_server = client_share(group);
            let to_client = group
                .start_and_complete(&to_server)
                .expect("the share is good")
                .pub_key;
            assert_refused(group, Some(&[]), &[]);
            assert_refused(
                group,
                Some(&to_server[..to_server.len() - 1]),
                &to_client[..to_client.len() - 1],
            );
            assert_refused(
                group,
                Some(&[&to_server[..], &[0]].concat()),
                &[&to_client[..], &[0]].concat(),
            );
            for length in 0..to_client.len() {
                assert_refused(group, None, &to_client[..length]);
            }
        }
    }
}

/// RFC 8446, sections 4.2.8.2 and 7.4.2.
#[test]
fn a_point_has_to_be_on_the_curve_and_uncompressed() {
    for provider in providers() {
        for group in provider.kx_groups {
            if ![NamedGroup::SECP256R1, NamedGroup::SECP384R1].contains(&group.name()) {
                continue;
            }
            let point = client_share(group);
            let with = |index: usize, byte: u8| {
                let mut changed = point.clone();
                changed[index] = byte;
                changed
            };
            let coordinate = point.len() / 2;
            let last = point.len() - 1;
            let parity = point[last] & 1;
            let compressed = [&[2 + parity], &point[1..=coordinate]].concat();
            let hybrid = with(0, 6 + parity);
            let off_the_curve = with(last, point[last] ^ 2);
            let zeros = [&[4][..], &vec![0; point.len() - 1]].concat();
            let too_large = [&[4][..], &vec![0xff; point.len() - 1]].concat();
            let infinity = vec![0];
            for wrong in [
                compressed,
                hybrid,
                off_the_curve,
                zeros,
                too_large,
                infinity,
            ] {
                assert_refused(group, Some(&wrong), &wrong);
            }
        }
    }
}

/// RFC 8446, section 7.4.2; the points are those of RFC 7748, section 6.1, and of low order.
#[test]
fn an_x25519_secret_of_zeros_is_refused() {
    let zero = [0; 32];
    let mut one = zero;
    one[0] = 1;
    let order_8 = hex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800");
    for provider in providers() {
        for group in provider.kx_groups {
            if group.name() != NamedGroup::X25519 {
                continue;
            }
            for point in [&zero, &one, &order_8[..]] {
                assert_refused(group, Some(point), point);
            }
        }
    }
}

/// A library may take a share with a description of its algorithm around it, as in a
/// certificate. TLS does not.
#[test]
fn a_share_is_bare() {
    let x25519 = pki_types::AlgorithmIdentifier::from_slice(&[0x06, 3, 0x2b, 0x65, 0x6e]);
    for provider in providers() {
        for group in provider.kx_groups {
            let algorithm = match group.name() {
                NamedGroup::X25519 => x25519,
                NamedGroup::SECP256R1 => pki_types::alg_id::ECDSA_P256,
                NamedGroup::SECP384R1 => pki_types::alg_id::ECDSA_P384,
                _ => continue,
            };
            let wrapped = der::subject_public_key_info(algorithm, &client_share(group));
            assert_refused(group, Some(&wrapped), &wrapped);
        }
    }
}

/// On ring, which takes nothing for itself: a box for what waits, or the share to send.
#[cfg(feature = "ring")]
#[test]
fn a_key_exchange_takes_memory_once() {
    for group in ring::default_provider().kx_groups {
        let to_server = client_share(group);
        let server = || assert!(group.start_and_complete(&to_server).is_ok());
        server();
        assert_eq!(allocation_counter::measure(server).count_total, 1);
        let client = || {
            let exchange = group.start().expect("there are random bytes");
            assert!(exchange.complete(&to_server).is_ok());
        };
        assert_eq!(allocation_counter::measure(client).count_total, 1);
    }
}

/// A group that leaves the server's half to the default does the same with it.
#[test]
fn the_servers_half_by_default() {
    #[derive(Debug)]
    struct ByDefault(&'static dyn SupportedKxGroup);

    impl SupportedKxGroup for ByDefault {
        fn name(&self) -> NamedGroup {
            self.0.name()
        }

        fn start(&self) -> Result<Box<dyn ActiveKeyExchange>, Error> {
            self.0.start()
        }
    }

    let group = providers()
        .into_iter()
        .flat_map(|provider| provider.kx_groups)
        .find(|group| group.name() == NamedGroup::X25519)
        .expect("every provider has it");
    let exchange = group.start().expect("there are random bytes");
    let answer = ByDefault(group)
        .start_and_complete(exchange.pub_key())
        .expect("the share is good");
    assert_eq!(exchange.complete(&answer.pub_key), Ok(answer.secret));
    assert_eq!(answer.group, NamedGroup::X25519);
}

#[test]
fn other_groups_have_no_hybrid_component() {
    for provider in providers() {
        for group in provider.kx_groups {
            if group.name() == NamedGroup::X25519MLKEM768 {
                continue;
            }
            let share = client_share(group);
            let exchange = group.start().expect("there are random bytes");
            assert_eq!(exchange.hybrid_component(), None);
            assert!(exchange.complete_hybrid_component(&share).is_err());
        }
    }
}

#[cfg(feature = "aws-lc-rs")]
mod ml_kem {
    use super::*;
    use crate::crypto::aws_lc_rs::kx_group::{X25519, X25519MLKEM768};

    #[test]
    fn its_shares_are_as_long_as_the_draft_says() {
        let to_server = client_share(X25519MLKEM768);
        assert_eq!(to_server.len(), 1216);
        let answer = X25519MLKEM768
            .start_and_complete(&to_server)
            .expect("the share is good");
        assert_eq!(answer.pub_key.len(), 1120);
        assert_eq!(answer.secret.bytes().len(), 64);
    }

    #[test]
    fn its_older_part_serves_alone() {
        let exchange = X25519MLKEM768.start().expect("there are random bytes");
        let (group, share) = exchange.hybrid_component().expect("it is a hybrid");
        assert_eq!(group, NamedGroup::X25519);
        assert!(exchange.pub_key().ends_with(share));

        let answer = X25519.start_and_complete(share).expect("the share is good");
        let secret = exchange.complete_hybrid_component(&answer.pub_key);
        assert_eq!(secret, Ok(answer.secret));
    }

    /// FIPS 203, section 7.2: the coefficients of a key are reduced.
    #[test]
    fn a_key_that_is_not_reduced_is_refused() {
        let mut share = client_share(X25519MLKEM768);
        share[..3].fill(0xff);
        let refused = Err(PeerMisbehaved::InvalidKeyShare.into());
        assert_eq!(
            X25519MLKEM768.start_and_complete(&share).map(|_| ()),
            refused
        );
    }

    #[test]
    fn zeros_from_x25519_are_refused() {
        let mut to_server = client_share(X25519MLKEM768);
        let mut to_client = X25519MLKEM768
            .start_and_complete(&to_server)
            .expect("the share is good")
            .pub_key;
        to_server[1184..].fill(0);
        to_client[1088..].fill(0);
        assert_refused(X25519MLKEM768, Some(&to_server), &to_client);
    }

    /// ML-KEM does not say that a ciphertext is wrong: the secrets just differ.
    #[test]
    fn another_ciphertext_leads_to_another_secret() {
        let exchange = X25519MLKEM768.start().expect("there are random bytes");
        let mut answer = X25519MLKEM768
            .start_and_complete(exchange.pub_key())
            .expect("the share is good");
        answer.pub_key[0] ^= 1;
        let secret = exchange.complete(&answer.pub_key).expect("it has the form");
        assert_ne!(secret, answer.secret);
    }
}

#[test]
fn random_bytes_are_not_the_same_twice() {
    for provider in providers() {
        let mut once = [0; 32];
        let mut again = [0; 32];
        assert_eq!(provider.secure_random.fill(&mut once), Ok(()));
        assert_eq!(provider.secure_random.fill(&mut again), Ok(()));
        assert_ne!(once, again);
        assert_eq!(provider.secure_random.fill(&mut []), Ok(()));
    }
}

macro_rules! pem {
    ($name:literal) => {
        include_bytes!(concat!("../../tests/keys/", $name, ".pem"))
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
