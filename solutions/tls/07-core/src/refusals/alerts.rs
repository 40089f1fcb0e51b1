//! Alerts of the peer (RFC 8446, section 6).

use codec::InvalidMessage;
use deframer::ContentType;

use super::support::{
    OTHER_GROUP, PlayedServer, connected, everywhere, handshaking, plaintext, starting,
};
use crate::{AlertDescription, AlertLevel, Error, PeerMisbehaved};

const CLOSE_NOTIFY: [u8; 2] = [1, 0];
const USER_CANCELED: [u8; 2] = [1, 90];

/// Section 6: an alert ends the connection, whatever its level says and whether it is
/// known. There is no alert in return.
#[test]
fn alerts_end_the_connection() {
    everywhere(|delivery| {
        for level in [AlertLevel::WARNING, AlertLevel::FATAL, AlertLevel(77)] {
            for description in [
                AlertDescription::HANDSHAKE_FAILURE,
                // `no_renegotiation` was a warning once.
                AlertDescription(100),
                AlertDescription(200),
            ] {
                let peers = starting(delivery)
                    .into_iter()
                    .chain(handshaking(delivery))
                    .chain(connected(delivery));
                for mut peer in peers {
                    let alert = [level.0, description.0];
                    let record = peer.wire.record(ContentType::ALERT, &alert);
                    peer.end_silently(&record, Error::AlertReceived(description));
                }
            }
        }
    });
}

/// A peer that fails at the first hello has no keys yet, but may say so.
#[test]
fn a_plaintext_alert_at_the_first_keys() {
    everywhere(|delivery| {
        for mut peer in handshaking(delivery) {
            peer.end_silently(
                &plaintext(ContentType::ALERT, &[2, AlertDescription::DECODE_ERROR.0]),
                Error::AlertReceived(AlertDescription::DECODE_ERROR),
            );
        }
    });
}

/// Section 5.1: an alert is whole, and alone in its record.
#[test]
fn alerts_in_pieces() {
    everywhere(|delivery| {
        for (content, error) in [
            (&[2][..], InvalidMessage::MissingData("u8")),
            (&[1, 90, 1], InvalidMessage::TrailingData("the value")),
            (&[1, 90, 1, 90], InvalidMessage::TrailingData("the value")),
        ] {
            let peers = starting(delivery)
                .into_iter()
                .chain(handshaking(delivery))
                .chain(connected(delivery));
            for mut peer in peers {
                peer.refuse_record(
                    ContentType::ALERT,
                    content,
                    AlertDescription::DECODE_ERROR,
                    error,
                );
            }
        }
    });
}

/// Section 6.1: a peer that is cancelled says so, and closes. It need not say it often.
#[test]
fn a_flood_of_warnings() {
    everywhere(|delivery| {
        let peers = starting(delivery)
            .into_iter()
            .chain(handshaking(delivery))
            .chain(connected(delivery));
        for mut peer in peers {
            for _ in 0..crate::MAX_WARNINGS {
                peer.send_record(ContentType::ALERT, &USER_CANCELED);
            }
            peer.refuse_record(
                ContentType::ALERT,
                &USER_CANCELED,
                AlertDescription::UNEXPECTED_MESSAGE,
                PeerMisbehaved::TooManyWarnings,
            );
        }
    });
}

/// Section 6.1: what comes after `close_notify` is not looked at.
#[test]
fn data_after_close_notify() {
    everywhere(|delivery| {
        for mut peer in connected(delivery) {
            let mut bytes = peer.wire.record(ContentType::ALERT, &CLOSE_NOTIFY);
            bytes.extend(peer.wire.record(ContentType::APPLICATION_DATA, b"data"));
            bytes.extend([0xff; 100]);
            peer.send(&bytes);
            peer.send(&[0xff; 100]);
            assert!(peer.subject.common().peer_has_closed());
            assert_eq!(peer.subject.received(), b"");
            // The other direction is still open.
            peer.subject
                .common()
                .write_data(b"the last word")
                .expect("room");
            peer.subject.common().send_close_notify();
            assert_eq!(
                peer.answers(),
                [
                    (ContentType::APPLICATION_DATA, b"the last word".to_vec()),
                    (ContentType::ALERT, CLOSE_NOTIFY.to_vec()),
                ]
            );
        }
    });
}

/// Section 6.1: a peer may close before the handshake is over. Nothing has failed, but
/// there will be no connection.
#[test]
fn close_notify_in_the_handshake() {
    everywhere(|delivery| {
        let peers = starting(delivery).into_iter().chain(handshaking(delivery));
        for mut peer in peers {
            peer.send_record(ContentType::ALERT, &CLOSE_NOTIFY);
            peer.send(&plaintext(ContentType::HANDSHAKE, &[0xff; 100]));
            let common = peer.subject.common();
            assert!(common.peer_has_closed());
            assert!(common.is_handshaking());
            common.send_close_notify();
            let answers = peer.answers();
            assert_eq!(
                answers.last(),
                Some(&(ContentType::ALERT, CLOSE_NOTIFY.to_vec()))
            );
        }
    });
}

/// Section 5.1: only a first ClientHello may say another version than 1.2 for itself.
#[test]
fn the_version_of_a_plaintext_alert() {
    everywhere(|delivery| {
        for mut peer in starting(delivery) {
            let finished = plaintext(ContentType::HANDSHAKE, &[20, 0, 0, 0]);
            assert!(peer.subject.feed(&finished).is_err());
            assert_eq!(peer.subject.sent(), [21, 3, 3, 0, 2, 2, 10]);
        }
    });
}

/// Section 6.1: nothing follows a `close_notify` of this side, not even a fatal alert.
#[test]
fn a_failure_after_close_notify() {
    everywhere(|delivery| {
        let peers = starting(delivery)
            .into_iter()
            .chain(handshaking(delivery))
            .chain(connected(delivery));
        for mut peer in peers {
            peer.answers();
            peer.subject.common().send_close_notify();
            assert_eq!(
                peer.answers(),
                [(ContentType::ALERT, CLOSE_NOTIFY.to_vec())]
            );
            let record = peer.wire.record(ContentType::ALERT, &[2]);
            peer.end_silently(&record, InvalidMessage::MissingData("u8"));
            assert_eq!(peer.answers(), []);
        }
    });
}

/// Nor does a second hello.
#[test]
fn a_hello_retry_request_after_close_notify() {
    everywhere(|delivery| {
        let mut server = PlayedServer::new(delivery);
        let retry = server.good_retry(OTHER_GROUP);
        server.subject.common().send_close_notify();
        assert_eq!(
            server.answers(),
            [(ContentType::ALERT, CLOSE_NOTIFY.to_vec())]
        );
        server.send_message(&retry.message());
        assert_eq!(server.answers(), []);
    });
}
