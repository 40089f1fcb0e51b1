//! A HelloRetryRequest and the second hello (RFC 8446, sections 4.1.2 and 4.1.4).

use std::sync::Arc;

use codec::{CipherSuite, ExtensionType};
use deframer::{ContentType, RecordHeader};

use super::support::{
    Delivery, GROUP, Hello, OTHER_GROUP, Offer, PlayedClient, PlayedServer, Ticket, client_config,
    encoded, everywhere,
};
use crate::msgs::encode::vector_u16;
use crate::msgs::extension::{
    ALPN, COOKIE, KEY_SHARE, PADDING, PSK_KEY_EXCHANGE_MODES, SERVER_NAME, SIGNATURE_ALGORITHMS,
    SUPPORTED_VERSIONS,
};
use crate::{AlertDescription, Error, HandshakeKind, NamedGroup, PeerIncompatible, PeerMisbehaved};

/// The longest cookie or ticket that a client takes.
const LONGEST: usize = 1 << 14;

/// Refuses a request that is good but for one change.
#[track_caller]
fn refuse_retry(
    change: impl Fn(&mut Hello),
    alert: AlertDescription,
    error: impl Into<Error> + Clone,
) {
    everywhere(|delivery| {
        let mut server = PlayedServer::new(delivery);
        let mut retry = server.good_retry(OTHER_GROUP);
        change(&mut retry);
        server.refuse_message(&retry.message(), alert, error.clone());
    });
}

/// A request for the sake of its cookie changes something: the cookie is in the second
/// hello.
#[test]
fn a_cookie_is_reason_enough() {
    everywhere(|delivery| {
        let mut server = PlayedServer::new(delivery);
        let mut retry = server.good_retry(OTHER_GROUP);
        retry.extensions.remove(KEY_SHARE);
        retry.extensions.add(COOKIE, &[0, 2, 7, 7]);
        server.retry(&retry);
        assert_eq!(server.offered().1.cookie, Some(&[7, 7][..]));
        server.connect();
        server.assert_connected();
    });
}

/// Adds a cookie of that length.
fn add_cookie(retry: &mut Hello, length: usize) {
    let cookie = encoded(|bytes| vector_u16(bytes, |bytes| bytes.resize(bytes.len() + length, 7)));
    retry.extensions.add(COOKIE, &cookie);
}

/// All of a cookie comes back, if there is room for it.
#[test]
fn cookies_that_are_too_long() {
    everywhere(|delivery| {
        let mut server = PlayedServer::new(delivery);
        let mut retry = server.good_retry(OTHER_GROUP);
        add_cookie(&mut retry, LONGEST);
        server.retry(&retry);
        assert_eq!(server.offered().1.cookie, Some(&[7; LONGEST][..]));
        server.connect();
        server.assert_connected();
    });
    for length in [LONGEST + 1, 65_440] {
        refuse_retry(
            |retry| add_cookie(retry, length),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::IllegalHelloRetryRequest,
        );
    }
}

/// The longest cookie, ticket and protocols that there can be fit into one hello.
#[test]
fn the_longest_second_hello() {
    everywhere(|delivery| {
        let mut config = client_config();
        config.alpn_protocols = vec![vec![b'a'; 255]; 64];
        let config = Arc::new(config);
        let mut server = PlayedServer::of_shared(delivery, &config);
        server.connect();
        server.send_after_handshake(&PlayedServer::ticket_of(&[1; LONGEST]));

        let psk = server.psk.take();
        let mut server = PlayedServer::of_shared(delivery, &config);
        server.psk = psk;
        let mut retry = server.good_retry(OTHER_GROUP);
        add_cookie(&mut retry, LONGEST);
        server.retry(&retry);
        let (_, extensions) = server.offered();
        assert!(extensions.cookie.is_some() && extensions.alpn.is_some());
        assert!(extensions.pre_shared_key.is_some());
    });
}

#[test]
fn a_request_that_changes_nothing() {
    refuse_retry(
        |retry| retry.extensions.remove(KEY_SHARE),
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::HelloRetryRequestWithoutChange,
    );
}

#[test]
fn a_request_for_a_share_that_was_there() {
    // Not with a cookie either.
    for cookie in [false, true] {
        refuse_retry(
            |retry| {
                retry.extensions.set(KEY_SHARE, &GROUP.0.to_be_bytes());
                if cookie {
                    retry.extensions.add(COOKIE, &[0, 1, 7]);
                }
            },
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::HelloRetryRequestForOfferedGroup,
        );
    }
}

#[test]
fn a_request_for_a_group_that_was_not_offered() {
    refuse_retry(
        |retry| retry.extensions.set(KEY_SHARE, &[0x12, 0x34]),
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::SelectedUnofferedGroup,
    );
}

#[test]
fn a_request_with_other_choices_that_were_not_offered() {
    refuse_retry(
        |retry| retry.cipher_suite = CipherSuite(0xc02f),
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::SelectedUnofferedCipherSuite,
    );
    refuse_retry(
        |retry| retry.extensions.set(SUPPORTED_VERSIONS, &[3, 3]),
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::SelectedUnofferedVersion,
    );
    refuse_retry(
        |retry| retry.session_id = vec![0; 32],
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::SessionIdNotEchoed,
    );
    refuse_retry(
        |retry| retry.compression_method = 1,
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::SelectedUnofferedCompression,
    );
}

#[test]
fn a_request_with_extensions_that_must_not_be_there() {
    refuse_retry(
        |retry| retry.extensions.add(ALPN, &[]),
        AlertDescription::UNSUPPORTED_EXTENSION,
        PeerMisbehaved::UnsolicitedExtension,
    );
    refuse_retry(
        |retry| retry.extensions.double(KEY_SHARE),
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::DuplicateExtension,
    );
    refuse_retry(
        |retry| retry.extensions.add(SERVER_NAME, &[]),
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::ExtensionNotAllowedHere,
    );
}

#[test]
fn a_second_request() {
    everywhere(|delivery| {
        for group in [NamedGroup::SECP384R1, OTHER_GROUP, GROUP] {
            let mut server = PlayedServer::new(delivery);
            let retry = server.good_retry(OTHER_GROUP);
            server.retry(&retry);
            let again = server.good_retry(group);
            server.refuse_message(
                &again.message(),
                AlertDescription::UNEXPECTED_MESSAGE,
                PeerMisbehaved::SecondHelloRetryRequest,
            );
        }
    });
}

/// The hello keeps to what the request has settled.
#[test]
fn a_hello_that_contradicts_the_request() {
    everywhere(|delivery| {
        let retried = || {
            let mut server = PlayedServer::new(delivery);
            let retry = server.good_retry(OTHER_GROUP);
            server.retry(&retry);
            let hello = server.good_hello();
            (server, hello)
        };

        let (mut server, mut hello) = retried();
        hello.cipher_suite = CipherSuite(0x1302);
        server.refuse_message(
            &hello.message(),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SelectedDifferentCipherSuiteAfterRetry,
        );

        // A share of the first hello is not in the second.
        let (mut server, mut hello) = retried();
        hello.set_share(GROUP, &[9; 32]);
        server.refuse_message(
            &hello.message(),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SelectedUnofferedGroup,
        );

        let (mut server, mut hello) = retried();
        hello.extensions.set(SUPPORTED_VERSIONS, &[3, 3]);
        server.refuse_message(
            &hello.message(),
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SelectedUnofferedVersion,
        );

        // A cookie is a request's.
        let (mut server, mut hello) = retried();
        hello.extensions.add(COOKIE, &[0, 1, 7]);
        server.refuse_message(
            &hello.message(),
            AlertDescription::UNSUPPORTED_EXTENSION,
            PeerMisbehaved::UnsolicitedExtension,
        );
    });
}

/// The group that a server asked for comes first the next time, if it was the server.
#[test]
fn a_group_to_begin_with() {
    everywhere(|delivery| {
        let config = Arc::new(client_config());
        let begins_with = || {
            let server = PlayedServer::of_shared(delivery, &config);
            let shares = server.offered().1.key_share.expect("shares");
            shares.iter().next().expect("a share").group
        };
        // Anybody can answer a hello.
        let mut anybody = PlayedServer::of_shared(delivery, &config);
        let retry = anybody.good_retry(OTHER_GROUP);
        anybody.retry(&retry);
        anybody.send_hello();
        anybody.send_extensions();
        assert_eq!(begins_with(), GROUP);

        let mut server = PlayedServer::of_shared(delivery, &config);
        let retry = server.good_retry(OTHER_GROUP);
        server.retry(&retry);
        server.connect();
        assert_eq!(begins_with(), OTHER_GROUP);
    });
}

/// Makes a server ask for a second hello.
fn retried(delivery: Delivery, change_first: impl Fn(&mut Offer)) -> (PlayedClient, Offer) {
    let mut client = PlayedClient::new(delivery);
    let (mut first, second) = client.good_offers();
    change_first(&mut first);
    client.send_hello_to_retry(&first);
    (client, second)
}

/// Refuses a second hello that has one change too many.
#[track_caller]
fn refuse_second(
    change: impl Fn(&mut Offer),
    alert: AlertDescription,
    error: impl Into<Error> + Clone,
) {
    everywhere(|delivery| {
        let (mut client, mut second) = retried(delivery, |_| {});
        change(&mut second);
        client.refuse_message(&second.message(), alert, error.clone());
    });
}

#[test]
fn a_second_hello_that_changes_too_much() {
    let changes: [fn(&mut Offer); 17] = [
        |offer| offer.legacy_version = 0x0302,
        |offer| offer.random[31] ^= 1,
        |offer| offer.session_id[0] ^= 1,
        |offer| offer.session_id = Vec::new(),
        |offer| offer.cipher_suites.push(CipherSuite(0x1302)),
        |offer| offer.compression_methods.push(1),
        |offer| offer.extensions.remove(SERVER_NAME),
        |offer| offer.extensions.remove(PSK_KEY_EXCHANGE_MODES),
        |offer| offer.extensions.set(SUPPORTED_VERSIONS, &[4, 3, 4, 3, 3]),
        |offer| {
            offer
                .extensions
                .set(SIGNATURE_ALGORITHMS, &[0, 4, 8, 7, 8, 4])
        },
        |offer| offer.set_groups(&[GROUP]),
        |offer| offer.set_groups(&[OTHER_GROUP, GROUP]),
        |offer| offer.extensions.add(ALPN, b"\0\x03\x02h2"),
        |offer| offer.extensions.add(ExtensionType(0xfafa), &[]),
        // It was not in the first one, and must not be in this in any case.
        Offer::announce_early_data,
        // A share for another group, beside the one that was asked for.
        |offer| offer.set_shares(&[(GROUP, &[9; 32]), (OTHER_GROUP, &[4; 65])]),
        // None at all.
        |offer| offer.set_shares(&[]),
    ];
    for change in changes {
        refuse_second(
            change,
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::SecondHelloChangedTooMuch,
        );
    }
    refuse_second(
        |offer| offer.set_shares(&[(OTHER_GROUP, &[4; 65])]),
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::SecondHelloChangedTooMuch,
    );
    refuse_second(
        |offer| offer.extensions.remove(KEY_SHARE),
        AlertDescription::MISSING_EXTENSION,
        PeerMisbehaved::MissingKeyShare,
    );
}

/// Bytes that are no longer in the field where they were, and all bytes together the same.
#[test]
fn a_second_hello_with_other_borders() {
    const ONE: ExtensionType = ExtensionType(0xfafa);
    const OTHER: ExtensionType = ExtensionType(0xfbfb);
    type Change = fn(&mut Offer);
    let changes: [(Change, Change); 3] = [
        // Another type, with the same data.
        (
            |first| first.extensions.add(ONE, &[7]),
            |second| second.extensions.add(OTHER, &[7]),
        ),
        // An extension that was the data of the one in front.
        (
            |first| first.extensions.add(ONE, &[0xfb, 0xfb, 7]),
            |second| {
                second.extensions.add(ONE, &[]);
                second.extensions.add(OTHER, &[7]);
            },
        ),
        // A cipher suite that was the end of the session id.
        (
            |_| {},
            |second| {
                let end = second.session_id.split_off(30);
                let suite = CipherSuite(u16::from_be_bytes([end[0], end[1]]));
                second.cipher_suites.insert(0, suite);
            },
        ),
    ];
    for (change_first, change_second) in changes {
        everywhere(|delivery| {
            let (mut client, mut second) = retried(delivery, change_first);
            change_second(&mut second);
            client.refuse_message(
                &second.message(),
                AlertDescription::ILLEGAL_PARAMETER,
                PeerMisbehaved::SecondHelloChangedTooMuch,
            );
        });
    }
}

/// Section 4.2.2: the server gave no cookie, so none can come back.
#[test]
fn a_second_hello_with_a_cookie_from_nowhere() {
    refuse_second(
        |offer| offer.extensions.add(COOKIE, &[0, 1, 7]),
        AlertDescription::ILLEGAL_PARAMETER,
        PeerMisbehaved::SecondHelloChangedTooMuch,
    );
}

/// Section 4.1.2: without extensions it is a hello of TLS 1.2.
#[test]
fn a_second_hello_without_extensions() {
    everywhere(|delivery| {
        let (mut client, second) = retried(delivery, |_| {});
        client.refuse_message(
            &second.message_with(&|_| {}),
            AlertDescription::PROTOCOL_VERSION,
            PeerIncompatible::Tls13NotOffered,
        );
    });
}

/// What may change: padding, early data that is dropped, sessions that do not fit.
#[test]
fn a_second_hello_that_changes_what_it_may() {
    everywhere(|delivery| {
        let (mut client, mut second) = retried(delivery, |first| {
            first.extensions.add(PADDING, &[0; 10]);
            first.announce_early_data();
            first.add_session(&Ticket::unknown(), &[0; 32]);
        });
        second.extensions.add(PADDING, &[0; 5]);
        client.send_this_hello(&second);
        client.send_finished();
        client.assert_connected();
        assert_eq!(
            client.subject.common().handshake_kind(),
            Some(HandshakeKind::FullWithHelloRetryRequest)
        );
    });
}

/// The types and versions of records, whether they are protected or not.
fn headers(mut records: &[u8]) -> Vec<(ContentType, u16)> {
    let mut headers = Vec::new();
    while let Some((header, rest)) = records.split_first_chunk() {
        let header = RecordHeader::from_bytes(*header).expect("a header");
        headers.push((header.content_type, header.version));
        records = &rest[usize::from(header.length)..];
    }
    headers
}

/// Appendix D.4: the server's `change_cipher_spec` is right behind its first message, and
/// there is one. A client that has no session id wants none.
#[test]
fn a_change_cipher_spec_behind_the_request() {
    everywhere(|delivery| {
        for session_id in [vec![4; 32], vec![]] {
            let mut client = PlayedClient::new(delivery);
            let (mut first, mut second) = client.good_offers();
            first.session_id = session_id.clone();
            second.session_id = session_id.clone();
            client.send_message(&first.message());
            let mut expected = vec![(ContentType::HANDSHAKE, 0x0303)];
            if !session_id.is_empty() {
                expected.push((ContentType::CHANGE_CIPHER_SPEC, 0x0303));
            }
            assert_eq!(headers(&client.subject.sent()), expected);

            client.send_message(&second.message());
            let expected = [
                (ContentType::HANDSHAKE, 0x0303),
                (ContentType::APPLICATION_DATA, 0x0303),
            ];
            assert_eq!(headers(&client.subject.sent()), expected);
        }
    });
}

/// The client's is in front of its second hello (appendix D.4), which is not an initial one
/// and says version 1.2 (section 5.1).
#[test]
fn a_change_cipher_spec_in_front_of_the_second_hello() {
    everywhere(|delivery| {
        let mut server = PlayedServer::new(delivery);
        let retry = server.good_retry(OTHER_GROUP);
        server.send_message(&retry.message());
        let expected = [
            (ContentType::CHANGE_CIPHER_SPEC, 0x0303),
            (ContentType::HANDSHAKE, 0x0303),
        ];
        assert_eq!(headers(&server.subject.sent()), expected);
    });
}
