//! RFC 8448, and values that another implementation of HMAC has computed.

use recorded::rfc8448;

use super::traffic::Iv;
use super::*;
use crate::crypto::CryptoProvider;
use crate::crypto::tests::{hex, providers};

const TLS13_AES_128_GCM_SHA256: u16 = 0x1301;
const TLS13_AES_256_GCM_SHA384: u16 = 0x1302;
const TLS13_CHACHA20_POLY1305_SHA256: u16 = 0x1303;

fn suite(provider: &CryptoProvider, number: u16) -> &'static Tls13CipherSuite {
    provider
        .cipher_suites
        .iter()
        .find(|suite| suite.suite.0 == number)
        .expect("every provider has the three suites")
}

/// The hash of `messages`, made as a connection makes it: message by message, and with
/// a look at the hash in between.
fn transcript(suite: &Tls13CipherSuite, messages: &[&[u8]]) -> Digest {
    let mut context = suite.hash.start();
    for message in messages {
        context.update(message);
        context.current();
    }
    context.current()
}

#[track_caller]
fn assert_secret(secret: &Secret, expected: &str) {
    assert_eq!(secret.bytes(), hex(expected));
}

/// Section 3, "Simple 1-RTT Handshake", from the shared secret to the last record.
#[test]
fn rfc8448_section_3() {
    for provider in providers() {
        let suite = suite(&provider, TLS13_AES_128_GCM_SHA256);

        let early = EarlySecret::new(suite, None);
        assert_secret(
            &early.0.secret,
            "33ad0a1c607ec03b09e6cd9893680ce210adf300aa1f2660e1b22e10f170f92a",
        );

        let shared = "8bd4054fb55b9d63fdfbacf9f04b9f0d35e6d63f537563efd46272900f89492d";
        let handshake = early.into_handshake(&Secret::new(&hex(shared)));
        assert_secret(
            &handshake.0.secret,
            "1dc826e93606aa6fdc0aadc12f741b01046aa6b99f691ed221a9f0ca043fbeac",
        );

        let hellos = [rfc8448::CLIENT_HELLO, rfc8448::SERVER_HELLO];
        let hello_hash = transcript(suite, &hellos);
        assert_eq!(
            hello_hash.as_ref(),
            hex("860c06edc07858ee8e78f0e7428c58edd6b43f2ca3e6e95f02ed063cf0e1cad8")
        );
        let client_handshake = handshake.client_handshake_traffic_secret(&hello_hash);
        assert_secret(
            &client_handshake,
            "b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21",
        );
        let server_handshake = handshake.server_handshake_traffic_secret(&hello_hash);
        assert_secret(
            &server_handshake,
            "b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38",
        );

        let master = handshake.into_master();
        assert_secret(
            &master.0.secret,
            "18df06843d13a08bf2a449844c5f8a478001bc4d4c627984d5a41da8d0402919",
        );

        let verified = [
            &hellos[..],
            &[
                rfc8448::ENCRYPTED_EXTENSIONS,
                rfc8448::CERTIFICATE,
                rfc8448::CERTIFICATE_VERIFY,
            ],
        ]
        .concat();
        let verified_hash = transcript(suite, &verified);
        let verify_data = &rfc8448::SERVER_FINISHED[4..];
        assert_eq!(
            finished(suite, &server_handshake, &verified_hash).as_ref(),
            verify_data
        );
        assert!(verify_finished(
            suite,
            &server_handshake,
            &verified_hash,
            verify_data
        ));

        let finished_messages = [&verified[..], &[rfc8448::SERVER_FINISHED]].concat();
        let finished_hash = transcript(suite, &finished_messages);
        assert_eq!(
            finished(suite, &client_handshake, &finished_hash).as_ref(),
            &rfc8448::CLIENT_FINISHED[4..]
        );

        let client_application = master.client_application_traffic_secret_0(&finished_hash);
        assert_secret(
            &client_application,
            "9e40646ce79a7f9dc05af8889bce6552875afa0b06df0087f792ebb7c17504a5",
        );
        let server_application = master.server_application_traffic_secret_0(&finished_hash);
        assert_secret(
            &server_application,
            "a11af9f05531f856ad47116b45a950328204b4f44bfb6b3a4b4f1f3fcb631643",
        );
        assert_secret(
            &master.exporter_master_secret(&finished_hash),
            "fe22f881176eda18eb8f44529e6792c50c9a3f89452f68d8ae311b4309d3cf50",
        );

        let all_messages = [&finished_messages[..], &[rfc8448::CLIENT_FINISHED]].concat();
        let resumption_master = master.resumption_master_secret(&transcript(suite, &all_messages));
        assert_secret(
            &resumption_master,
            "7df235f2031d2a051287d02b0241b0bfdaf86cc856231f2d5aba46c434ec196c",
        );
        assert_secret(
            &resumption_psk(suite, &resumption_master, &[0, 0]),
            "4ecd0eb6ec3b4d87f5d6028f922ca4c5851a277fd41311c9e62d2c9492e1c4f3",
        );

        for (traffic_secret, sequence, record, content, content_type) in [
            (
                &server_handshake,
                0,
                rfc8448::RECORD_SERVER_FLIGHT,
                [&verified[2..], &[rfc8448::SERVER_FINISHED]]
                    .concat()
                    .concat(),
                22,
            ),
            (
                &client_handshake,
                0,
                rfc8448::RECORD_CLIENT_FINISHED,
                rfc8448::CLIENT_FINISHED.to_vec(),
                22,
            ),
            (
                &server_application,
                0,
                rfc8448::RECORD_SERVER_NEW_SESSION_TICKET,
                rfc8448::NEW_SESSION_TICKET.to_vec(),
                22,
            ),
            (
                &client_application,
                0,
                rfc8448::RECORD_CLIENT_APPLICATION_DATA,
                rfc8448::APPLICATION_DATA.to_vec(),
                23,
            ),
            (
                &client_application,
                1,
                rfc8448::RECORD_CLIENT_CLOSE_NOTIFY,
                rfc8448::CLOSE_NOTIFY.to_vec(),
                21,
            ),
            (
                &server_application,
                2,
                rfc8448::RECORD_SERVER_CLOSE_NOTIFY,
                rfc8448::CLOSE_NOTIFY.to_vec(),
                21,
            ),
        ] {
            let TrafficKey { key, iv } = traffic_key(suite, traffic_secret);
            let inner = [&content[..], &[content_type]].concat();
            let (header, sealed) = record.split_at(5);

            let mut opened = sealed.to_vec();
            let opened = key.open_in_place(iv.nonce(sequence), header, &mut opened);
            assert_eq!(opened.expect("it is authentic"), inner);

            let mut resealed = inner.clone();
            let tag = key
                .seal_in_place(iv.nonce(sequence), header, &mut resealed)
                .expect("it is not too long");
            assert_eq!([&resealed[..], &tag].concat(), sealed);
        }
    }
}

/// The keys and IVs that RFC 8448 prints, and one of ChaCha20, whose keys are longer.
#[test]
fn keys_and_ivs() {
    let secret = Secret::new(&hex(
        "9e40646ce79a7f9dc05af8889bce6552875afa0b06df0087f792ebb7c17504a5",
    ));
    for provider in providers() {
        let aes = suite(&provider, TLS13_AES_128_GCM_SHA256);
        assert_eq!(
            traffic_key(aes, &secret).iv.0,
            rfc8448::CLIENT_APPLICATION_IV
        );
        let chacha = suite(&provider, TLS13_CHACHA20_POLY1305_SHA256);
        assert_eq!(
            traffic_key(chacha, &secret).iv.0,
            rfc8448::CLIENT_APPLICATION_IV
        );
        for (suite, expected) in [
            (aes, &rfc8448::CLIENT_APPLICATION_KEY[..]),
            (
                chacha,
                &hex("c8afd24f48952725381a54085e8d8e3856d8d89e3019243b30a9db54809a3732"),
            ),
        ] {
            let named = suite.aead.new_key(expected);
            let derived = traffic_key(suite, &secret).key;
            let seal = |key: &dyn crate::crypto::AeadKey| {
                let mut data = *b"data";
                let tag = key.seal_in_place([7; 12], b"aad", &mut data);
                (data, tag)
            };
            assert_eq!(seal(&*named), seal(&*derived));
        }
    }
}

/// Section 4, "Resumed 0-RTT Handshake": the binder in its ClientHello.
#[test]
fn rfc8448_section_4_binder() {
    let psk = hex("4ecd0eb6ec3b4d87f5d6028f922ca4c5851a277fd41311c9e62d2c9492e1c4f3");
    let binder_hash = Digest::new(&hex(
        "63224b2e4573f2d3454ca84b9d009a04f6be9e05711a8396473aefa01e924a14",
    ));
    for provider in providers() {
        let suite = suite(&provider, TLS13_AES_128_GCM_SHA256);
        let early = EarlySecret::new(suite, Some(&psk));
        assert_secret(
            &early.0.secret,
            "9b2188e9b2fc6d64d71dc329900e20bb41915000f678aa839cbb797cb7d8332c",
        );
        let binder_key = early.binder_key();
        assert_eq!(
            finished(suite, &binder_key, &binder_hash).as_ref(),
            hex("3add4fb2d8fdf822a0ca3cf7678ef5e88dae990141c5924d57bb6fa31b9e5f9d")
        );
    }
}

/// The same schedule with SHA-384 and everything that RFC 8448 has no example of,
/// against values computed with Python's `hmac`.
#[test]
fn with_sha384() {
    let psk: Vec<u8> = (0..48).collect();
    for provider in providers() {
        let suite = suite(&provider, TLS13_AES_256_GCM_SHA384);
        let hello_hash = suite.hash.hash(b"hello");
        let finished_hash = suite.hash.hash(b"finished");

        let early = EarlySecret::new(suite, Some(&psk));
        assert_secret(
            &early.binder_key(),
            "61ae5e100af910df10ebcdde16dd2e88d945954ca35ad0f3210a7b21435426c3\
             634bd66dd753af628fb71486649d469f",
        );

        let handshake = early.into_handshake(&Secret::new(&[0x42; 32]));
        let client_handshake = handshake.client_handshake_traffic_secret(&hello_hash);
        assert_secret(
            &client_handshake,
            "070a47decfdee7046a304d278fa1cadb4d6114887f379cff576be1e4a9b562b6\
             384914fbf5e97c2e92e22134fc5f2130",
        );
        assert_secret(
            &handshake.server_handshake_traffic_secret(&hello_hash),
            "57144c62e51bd40de2de7677e4c9044452a8321cb8f8df98f67088701b2cfbf2\
             612b29a1cdcf3536dfba855ba4002845",
        );
        assert_eq!(
            finished(suite, &client_handshake, &finished_hash).as_ref(),
            hex(
                "7404c8093c5f6b46d7b65325426a5e8995dcd7b52e9db293cc37d7730730a6d0\
                 eae45f188874abab33f79fb39ec7db1e"
            )
        );

        let master = handshake.into_master();
        let client_application = master.client_application_traffic_secret_0(&finished_hash);
        assert_secret(
            &client_application,
            "4a0abf7b14b9120fa4d3f058674cf0c45fea0aaec3f1b422b730e010cd707eaf\
             7fa3024fe892abfb77c277bcb89c7467",
        );
        assert_secret(
            &master.server_application_traffic_secret_0(&finished_hash),
            "188e5a61c27b7be60557dfabeebc47bdd8a731eb74c2874c8bda799a7e64b4be\
             aa6a60c793cd1f3f84a7b0c7261fa3d8",
        );
        assert_secret(
            &next_traffic_secret(suite, &client_application),
            "0b3c29ac2b044aa624e51f94f741cef6886ff4885d42689b00daa290364747a9\
             d903a024821226f6433fdf96bb8d78d8",
        );
        assert_eq!(
            traffic_key(suite, &client_application).iv.0[..],
            hex("500242c7fec5383f740ababa")
        );

        let exporter_master = master.exporter_master_secret(&finished_hash);
        assert_secret(
            &exporter_master,
            "1a5e33f688315b882e79233529936dfe9069e8a1d3cfe6f213b6f097f90b4bf9\
             9c8c3081f6ea009f25897569960da451",
        );
        let mut exported = [0; 32];
        export(
            suite,
            &exporter_master,
            b"EXPERIMENTAL workshop",
            Some(b"context"),
            &mut exported,
        )
        .expect("the arguments are allowed");
        assert_eq!(
            exported[..],
            hex("7018e73b45f0a18d350a788aa1506818a3ec5482881158117371e51d4b28e9ad")
        );

        let resumption_master =
            master.resumption_master_secret(&suite.hash.hash(b"client finished"));
        assert_secret(
            &resumption_psk(suite, &resumption_master, &[1, 2]),
            "79d529979bd35482f6cfa2e9bcf52da45c4ad87e12a863c1a60ac06d3d2f8ef7\
             a26f0f1bd954bfac59bc91cd18e17db4",
        );
    }
}

/// Against values computed with Python's `hmac`, from the exporter master secret of
/// RFC 8448.
#[test]
fn exporters() {
    let exporter_master = Secret::new(&hex(
        "fe22f881176eda18eb8f44529e6792c50c9a3f89452f68d8ae311b4309d3cf50",
    ));
    for provider in providers() {
        let suite = suite(&provider, TLS13_AES_128_GCM_SHA256);
        let export = |label: &[u8], context: Option<&[u8]>, length: usize| {
            let mut out = vec![0; length];
            export(suite, &exporter_master, label, context, &mut out).map(|()| out)
        };

        let label = b"EXPERIMENTAL workshop";
        let without = hex("b1ebefe84b8f229260e1246137ab7459796cbefa6039f020bdc5967bf0de2054");
        assert_eq!(export(label, None, 32), Ok(without.clone()));
        assert_eq!(export(label, Some(&[]), 32), Ok(without));
        assert_eq!(
            export(label, Some(b"context"), 50),
            Ok(hex(
                "dd48ce1dec3953a0578c91f7c9e3ec54200c7f65b030d9582c4b4b016c5b94e3\
                 b357a71eecd0f832f67eaf00f8132c73995d"
            ))
        );

        assert!(export(&[b'x'; 249], None, 32).is_ok());
        assert!(export(&[b'x'; 250], None, 32).is_err());
        assert!(export(&[], None, 32).is_err());
        assert!(export(label, Some(&[0; 100_000]), 32).is_ok());
        assert!(export(label, None, 0).is_ok());
        assert!(export(label, None, 255 * 32).is_ok());
        assert!(export(label, None, 255 * 32 + 1).is_err());
        assert!(export(label, None, 70_000).is_err());
    }
}

#[test]
fn a_finished_with_any_other_byte_is_refused() {
    for provider in providers() {
        for suite in &provider.cipher_suites {
            let base_key = Secret::new(&[1; 32]);
            let transcript = suite.hash.hash(b"transcript");
            let right = finished(suite, &base_key, &transcript);
            let verify = |received: &[u8]| verify_finished(suite, &base_key, &transcript, received);
            assert!(verify(right.as_ref()));

            for index in 0..right.as_ref().len() {
                let mut wrong = right.as_ref().to_vec();
                wrong[index] ^= 0x80;
                assert!(!verify(&wrong));
                assert!(!verify(&right.as_ref()[..index]));
            }
            assert!(!verify(&[right.as_ref(), &[0]].concat()));
            assert!(!verify_finished(
                suite,
                &Secret::new(&[2; 32]),
                &transcript,
                right.as_ref()
            ));
        }
    }
}

#[test]
fn a_nonce_has_the_sequence_number_in_its_last_eight_bytes() {
    let iv = Iv([0xff, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    assert_eq!(iv.nonce(0), iv.0);
    assert_eq!(
        iv.nonce(0x0102_0304_0506_0708),
        [0xff, 0, 1, 2, 2, 6, 6, 2, 2, 14, 14, 2]
    );
    assert_eq!(iv.nonce(u64::MAX)[..4], iv.0[..4]);
}

#[test]
fn nothing_secret_is_printed() {
    for provider in providers() {
        let suite = suite(&provider, TLS13_AES_128_GCM_SHA256);
        let early = EarlySecret::new(suite, None);
        assert_eq!(
            format!("{early:?}"),
            "EarlySecret(Stage { suite: TLS13_AES_128_GCM_SHA256, secret: Secret(..) })"
        );
        let key = traffic_key(suite, &Secret::new(&[3; 32]));
        assert_eq!(format!("{key:?} {:?}", key.iv), "TrafficKey(..) Iv(..)");
    }
}

#[test]
fn only_a_key_takes_memory() {
    for provider in providers() {
        for suite in &provider.cipher_suites {
            let hash = suite.hash.hash(b"messages");
            let secret = Secret::new(&[4; 32]);

            let schedule = || {
                let early = EarlySecret::new(suite, Some(secret.bytes()));
                let binder_key = early.binder_key();
                finished(suite, &binder_key, &hash);
                let handshake = early.into_handshake(&secret);
                handshake.client_handshake_traffic_secret(&hash);
                let master = handshake.into_master();
                let exporter_master = master.exporter_master_secret(&hash);
                export(suite, &exporter_master, b"label", None, &mut [0; 32])
                    .expect("the arguments are allowed");
                let resumption_master = master.resumption_master_secret(&hash);
                resumption_psk(suite, &resumption_master, &[0; 8]);
                next_traffic_secret(suite, &secret);
            };
            schedule();
            assert_eq!(allocation_counter::measure(schedule).count_total, 0);

            let keys = || drop(traffic_key(suite, &secret));
            keys();
            assert_eq!(allocation_counter::measure(keys).count_total, 1);
        }
    }
}
