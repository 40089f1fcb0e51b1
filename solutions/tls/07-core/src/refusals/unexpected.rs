//! Every state with every message that it does not expect (RFC 8446, appendix A).

use codec::HandshakeType;

use super::support::{AnyPeer, Delivery, PlayedClient, PlayedServer, Trust, everywhere, message};
use crate::{AlertDescription, Error};

/// Every message of TLS 1.3, the deprecated ones of before, and some that are none.
const MESSAGES: [HandshakeType; 22] = [
    HandshakeType::HELLO_REQUEST,
    HandshakeType::CLIENT_HELLO,
    HandshakeType::SERVER_HELLO,
    // hello_verify_request
    HandshakeType(3),
    HandshakeType::NEW_SESSION_TICKET,
    HandshakeType::END_OF_EARLY_DATA,
    // hello_retry_request, as drafts had it
    HandshakeType(6),
    HandshakeType::ENCRYPTED_EXTENSIONS,
    HandshakeType::CERTIFICATE,
    // server_key_exchange
    HandshakeType(12),
    HandshakeType::CERTIFICATE_REQUEST,
    // server_hello_done
    HandshakeType(14),
    HandshakeType::CERTIFICATE_VERIFY,
    // client_key_exchange
    HandshakeType(16),
    HandshakeType::FINISHED,
    // certificate_status
    HandshakeType(22),
    HandshakeType::KEY_UPDATE,
    // compressed_certificate
    HandshakeType(25),
    HandshakeType(99),
    HandshakeType(253),
    HandshakeType::MESSAGE_HASH,
    HandshakeType(255),
];

/// A state: its name, how a connection gets there, and what it expects.
type Case = (
    &'static str,
    fn(Delivery) -> AnyPeer,
    &'static [HandshakeType],
);

const CLIENT: [Case; 9] = [
    (
        "WAIT_SH",
        |delivery| AnyPeer::new(PlayedServer::new(delivery)),
        &[HandshakeType::SERVER_HELLO],
    ),
    // After a HelloRetryRequest.
    (
        "WAIT_SH",
        |delivery| {
            let mut server = PlayedServer::new(delivery);
            let retry = server.good_retry(super::support::OTHER_GROUP);
            server.retry(&retry);
            AnyPeer::new(server)
        },
        &[HandshakeType::SERVER_HELLO],
    ),
    (
        "WAIT_EE",
        |delivery| {
            let mut server = PlayedServer::new(delivery);
            server.send_hello();
            AnyPeer::new(server)
        },
        &[HandshakeType::ENCRYPTED_EXTENSIONS],
    ),
    (
        "WAIT_CERT_CR",
        |delivery| {
            let mut server = PlayedServer::new(delivery);
            server.send_hello();
            server.send_extensions();
            AnyPeer::new(server)
        },
        &[
            HandshakeType::CERTIFICATE,
            HandshakeType::CERTIFICATE_REQUEST,
        ],
    ),
    (
        "WAIT_CERT",
        |delivery| {
            let mut server = PlayedServer::new(delivery);
            server.send_hello();
            server.send_extensions();
            server.send_request();
            AnyPeer::new(server)
        },
        &[HandshakeType::CERTIFICATE],
    ),
    (
        "WAIT_CV",
        |delivery| {
            let mut server = PlayedServer::new(delivery);
            server.send_hello();
            server.send_extensions();
            server.send_certificate();
            AnyPeer::new(server)
        },
        &[HandshakeType::CERTIFICATE_VERIFY],
    ),
    (
        "WAIT_FINISHED",
        |delivery| {
            let mut server = PlayedServer::new(delivery);
            server.up_to_finished();
            AnyPeer::new(server)
        },
        &[HandshakeType::FINISHED],
    ),
    // In a resumed connection.
    (
        "WAIT_FINISHED",
        |delivery| {
            let mut server = PlayedServer::of_returning(delivery);
            server.send_hello();
            server.send_extensions();
            AnyPeer::new(server)
        },
        &[HandshakeType::FINISHED],
    ),
    (
        "CONNECTED",
        |delivery| {
            let mut server = PlayedServer::new(delivery);
            server.connect();
            AnyPeer::new(server)
        },
        &[HandshakeType::NEW_SESSION_TICKET, HandshakeType::KEY_UPDATE],
    ),
];

const SERVER: [Case; 7] = [
    (
        "START",
        |delivery| AnyPeer::new(PlayedClient::new(delivery)),
        &[HandshakeType::CLIENT_HELLO],
    ),
    // After a HelloRetryRequest.
    (
        "START",
        |delivery| {
            let mut client = PlayedClient::new(delivery);
            let (first, _) = client.good_offers();
            client.send_hello_to_retry(&first);
            AnyPeer::new(client)
        },
        &[HandshakeType::CLIENT_HELLO],
    ),
    (
        "WAIT_CERT",
        |delivery| {
            let mut client = PlayedClient::trusting(delivery, Trust::Both);
            client.send_hello();
            AnyPeer::new(client)
        },
        &[HandshakeType::CERTIFICATE],
    ),
    (
        "WAIT_CV",
        |delivery| {
            let mut client = PlayedClient::trusting(delivery, Trust::Both);
            client.send_hello();
            client.send_certificate();
            AnyPeer::new(client)
        },
        &[HandshakeType::CERTIFICATE_VERIFY],
    ),
    (
        "WAIT_FINISHED",
        |delivery| {
            let mut client = PlayedClient::new(delivery);
            client.send_hello();
            AnyPeer::new(client)
        },
        &[HandshakeType::FINISHED],
    ),
    // Of a client that has presented a certificate.
    (
        "WAIT_FINISHED",
        |delivery| {
            let mut client = PlayedClient::trusting(delivery, Trust::Both);
            client.send_hello();
            client.send_certificate();
            client.send_certificate_verify();
            AnyPeer::new(client)
        },
        &[HandshakeType::FINISHED],
    ),
    (
        "CONNECTED",
        |delivery| {
            let mut client = PlayedClient::new(delivery);
            client.connect();
            AnyPeer::new(client)
        },
        &[HandshakeType::KEY_UPDATE],
    ),
];

#[track_caller]
fn refuse_unexpected(cases: &[Case]) {
    everywhere(|delivery| {
        for &(state, reach, expected) in cases {
            for got in MESSAGES {
                if expected.contains(&got) {
                    continue;
                }
                reach(delivery).refuse_message(
                    &message(got, &[0; 3]),
                    AlertDescription::UNEXPECTED_MESSAGE,
                    Error::InappropriateHandshakeMessage { state, got },
                );
            }
        }
    });
}

#[test]
fn messages_to_a_client() {
    refuse_unexpected(&CLIENT);
}

#[test]
fn messages_to_a_server() {
    refuse_unexpected(&SERVER);
}

/// What a state expects is refused for what is in it, not for its type.
#[test]
fn what_is_expected_is_looked_into() {
    everywhere(|delivery| {
        for &(state, reach, expected) in CLIENT.iter().chain(&SERVER) {
            for &typ in expected {
                let mut peer = reach(delivery);
                let record = peer
                    .wire
                    .record(deframer::ContentType::HANDSHAKE, &message(typ, &[0xff; 2]));
                let error = peer.subject.feed(&record).expect_err("it is ill-formed");
                assert_eq!(
                    error.alert(),
                    Some(AlertDescription::DECODE_ERROR),
                    "{state} and {typ:?}: {error}"
                );
            }
        }
    });
}
