//! A server's choices, of which every one has to be among the client's offers (RFC 8446,
//! sections 4.1.3, 4.2 and 4.3.1).

use codec::{CipherSuite, InvalidMessage};
use deframer::ContentType;

use super::support::{
    GROUP, Hello, PlayedServer, SUITE, client_config, encoded, everywhere, with_a_byte_more,
};
use crate::crypto::ring::default_provider;
use crate::crypto::tests::with_another_hash;
use crate::msgs::extension::{KEY_SHARE, PRE_SHARED_KEY, SUPPORTED_VERSIONS};
use crate::msgs::{DOWNGRADE_TLS11, DOWNGRADE_TLS12, EncryptedExtensions};
use crate::{
    AlertDescription, Error, NamedGroup, PeerIncompatible, PeerMisbehaved, ProtocolVersion,
};

/// Refuses a hello of a server that is good but for one change.
#[track_caller]
fn refuse_hello(
    change: impl Fn(&mut Hello),
    alert: AlertDescription,
    error: impl Into<Error> + Clone,
) {
    everywhere(|delivery| {
        let mut server = PlayedServer::new(delivery);
        let mut hello = server.good_hello();
        change(&mut hello);
        server.refuse_message(&hello.message(), alert, error.clone());
    });
}

#[test]
fn a_cipher_suite_that_was_not_offered() {
    // Of TLS 1.2; of TLS 1.3, but with CCM; none; and a reserved one.
    for suite in [0xc02f, 0x1304, 0x0000, 0x0a0a] {
        refuse_hello(
            |hello| hello.cipher_suite = CipherSuite(suite),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SelectedUnofferedCipherSuite,
        );
    }
}

/// A suite that the core knows, and this client did not offer.
#[test]
fn a_cipher_suite_that_this_client_does_not_want() {
    everywhere(|delivery| {
        let mut config = client_config();
        let mut provider = default_provider();
        provider
            .cipher_suites
            .retain(|suite| suite.suite.0 != 0x1302);
        config.provider = provider.into();
        let mut server = PlayedServer::of(delivery, config);
        let mut hello = server.good_hello();
        hello.cipher_suite = CipherSuite(0x1302);
        server.refuse_message(
            &hello.message(),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SelectedUnofferedCipherSuite,
        );
    });
}

/// Section 4.1.3: the server echoes the session's name.
#[test]
fn a_session_id_that_is_no_echo() {
    for session_id in [vec![], vec![0; 32], vec![0; 8]] {
        refuse_hello(
            |hello| hello.session_id = session_id.clone(),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SessionIdNotEchoed,
        );
    }
}

#[test]
fn a_compression_method() {
    refuse_hello(
        |hello| hello.compression_method = 1,
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::SelectedUnofferedCompression,
    );
}

/// Section 4.2.1: any version but 1.3, in the extension.
#[test]
fn a_version_that_was_not_offered() {
    for version in [[3, 3], [3, 5], [2, 0], [0x7f, 0x1c], [0xfe, 0xfc]] {
        refuse_hello(
            |hello| hello.extensions.set(SUPPORTED_VERSIONS, &version),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SelectedUnofferedVersion,
        );
    }
    // The old field says 1.2 for ever.
    for version in [0x0301, 0x0302, 0x0304] {
        refuse_hello(
            |hello| hello.legacy_version = ProtocolVersion(version),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SelectedUnofferedVersion,
        );
    }
}

/// A server that can no more than TLS 1.2.
#[test]
fn an_old_server() {
    for version in [ProtocolVersion::TLSV1_2, ProtocolVersion(0x0302)] {
        refuse_hello(
            |hello| {
                hello.legacy_version = version;
                hello.extensions = Default::default();
            },
            AlertDescription::PROTOCOL_VERSION,
            PeerIncompatible::Tls13NotOffered,
        );
    }
}

/// Section 4.1.3: a server that could do better says so, and someone between the two
/// must have removed the better offer.
#[test]
fn downgrades() {
    for sentinel in [DOWNGRADE_TLS12, DOWNGRADE_TLS11] {
        for version in [
            ProtocolVersion::TLSV1_2,
            ProtocolVersion(0x0302),
            ProtocolVersion(0x0301),
        ] {
            refuse_hello(
                |hello| {
                    hello.legacy_version = version;
                    hello.random[24..].copy_from_slice(&sentinel);
                    hello.extensions = Default::default();
                },
                AlertDescription::ILLEGAL_PARAMETER,
                PeerMisbehaved::DowngradeToTls12,
            );
        }
    }
    // In a hello of TLS 1.3 they are but random bytes.
    everywhere(|delivery| {
        let mut server = PlayedServer::new(delivery);
        let mut hello = server.good_hello();
        hello.random[24..].copy_from_slice(&DOWNGRADE_TLS12);
        server.send_this_hello(&hello);
        server.send_extensions();
    });
}

#[test]
fn a_group_that_was_not_offered() {
    let point = [4; 65];
    for group in [NamedGroup::SECP256R1, NamedGroup(0x1234)] {
        refuse_hello(
            |hello| hello.set_share(group, &point),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SelectedUnofferedGroup,
        );
    }
}

#[test]
fn no_key_share() {
    refuse_hello(
        |hello| hello.extensions.remove(KEY_SHARE),
        AlertDescription::MISSING_EXTENSION,
        PeerMisbehaved::MissingKeyShare,
    );
}

/// Section 4.2.8.2: shares that are no public keys. A secret of zeros is none (RFC 7748,
/// section 6.1).
#[test]
fn bad_key_shares() {
    for share in [&[0; 32][..], &[9; 31], &[9; 33], &[9]] {
        refuse_hello(
            |hello| hello.set_share(GROUP, share),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::InvalidKeyShare,
        );
    }
}

#[test]
fn a_session_that_was_not_offered() {
    refuse_hello(
        |hello| hello.extensions.add(PRE_SHARED_KEY, &[0, 0]),
        AlertDescription::UNSUPPORTED_EXTENSION,
        PeerMisbehaved::UnsolicitedExtension,
    );
    // The first is number 0.
    everywhere(|delivery| {
        for number in [[0, 1], [0xff, 0xff]] {
            let mut server = PlayedServer::of_returning(delivery);
            let mut hello = server.good_hello();
            hello.extensions.set(PRE_SHARED_KEY, &number);
            server.refuse_message(
                &hello.message(),
                AlertDescription::ILLEGAL_PARAMETER,
                PeerMisbehaved::SelectedUnofferedPsk,
            );
        }
    });
}

/// Section 4.2.11: a session goes with its hash, also if that of another suite is as long.
#[test]
fn a_session_with_a_suite_of_another_hash() {
    everywhere(|delivery| {
        let mut provider = default_provider();
        let suite = provider.find_cipher_suite(SUITE).expect("a suite");
        let other = with_another_hash(suite);
        provider.cipher_suites.push(other);
        let mut config = client_config();
        config.provider = provider.into();
        for other in [CipherSuite(0x1302), other.suite] {
            let mut server = PlayedServer::of_this_returning(delivery, config.clone());
            let mut hello = server.good_hello();
            hello.cipher_suite = other;
            server.refuse_message(
                &hello.message(),
                AlertDescription::ILLEGAL_PARAMETER,
                PeerMisbehaved::SelectedPskWithOtherHash,
            );
        }
    });
}

/// RFC 7301, section 3.1: one protocol, of those in the list.
#[test]
fn an_application_protocol_that_was_not_offered() {
    everywhere(|delivery| {
        let client = || {
            let mut config = client_config();
            config.alpn_protocols = vec![b"h2".to_vec()];
            let mut server = PlayedServer::of(delivery, config);
            server.send_hello();
            server
        };
        for protocol in [&b"h3"[..], b"h", b"H2"] {
            let selected = EncryptedExtensions {
                alpn: Some(protocol),
                ..Default::default()
            };
            client().refuse_message(
                &encoded(|bytes| selected.encode(bytes)),
                AlertDescription::ILLEGAL_PARAMETER,
                PeerMisbehaved::SelectedUnofferedApplicationProtocol,
            );
        }
        let both = b"\x08\0\0\x0c\0\x0a\0\x10\0\x06\0\x04\x02h2\0";
        client().refuse_message(
            both,
            AlertDescription::DECODE_ERROR,
            InvalidMessage::IllegalLength("a payload"),
        );
        let both = b"\x08\0\0\x0e\0\x0c\0\x10\0\x08\0\x06\x02h2\x02h3";
        client().refuse_message(
            both,
            AlertDescription::DECODE_ERROR,
            InvalidMessage::TrailingData("the protocol"),
        );
        let none = b"\x08\0\0\x08\0\x06\0\x10\0\x02\0\0";
        client().refuse_message(
            none,
            AlertDescription::DECODE_ERROR,
            InvalidMessage::IllegalLength("a payload"),
        );
    });
}

/// A hello is all there is in its message.
#[test]
fn bytes_behind_a_hello() {
    everywhere(|delivery| {
        let mut server = PlayedServer::new(delivery);
        let message = server.good_hello().message();
        let record = server
            .wire
            .record(ContentType::HANDSHAKE, &with_a_byte_more(&message));
        let error = server.subject.feed(&record).expect_err("a byte too much");
        server.assert_refused(AlertDescription::DECODE_ERROR, &error);
    });
}
