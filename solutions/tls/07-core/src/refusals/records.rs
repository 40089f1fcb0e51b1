//! Records (RFC 8446, section 5).

use codec::HandshakeType;
use connection::{Fault, MAX_JOINED};
use deframer::{ContentType, InvalidRecord, MAX_CIPHERTEXT, MAX_PLAINTEXT};

use super::support::{connected, everywhere, handshaking, message, plaintext, starting};
use crate::{AlertDescription, Error};

const TYPES_OF_MESSAGES: [ContentType; 2] = [ContentType::HANDSHAKE, ContentType::ALERT];

/// Section 5.2: a record of more than 2^14 + 256 bytes.
#[test]
fn a_ciphertext_that_is_too_long() {
    everywhere(|delivery| {
        for mut peer in handshaking(delivery).into_iter().chain(connected(delivery)) {
            let record = plaintext(ContentType::APPLICATION_DATA, &[0; MAX_CIPHERTEXT + 1]);
            peer.refuse(
                &record,
                AlertDescription::RECORD_OVERFLOW,
                InvalidRecord::TooLong(MAX_CIPHERTEXT as u16 + 1),
            );
        }
    });
}

/// Section 5.1: a fragment of more than 2^14 bytes. The header is enough to see it.
#[test]
fn a_plaintext_that_is_too_long() {
    everywhere(|delivery| {
        for content_type in TYPES_OF_MESSAGES {
            for mut peer in starting(delivery) {
                let record = plaintext(content_type, &[0; MAX_PLAINTEXT + 1]);
                peer.refuse(
                    &record[..5],
                    AlertDescription::RECORD_OVERFLOW,
                    InvalidRecord::TooLong(MAX_PLAINTEXT as u16 + 1),
                );
            }
        }
    });
}

/// Section 5.4: 2^14 bytes of content, and a byte for its type.
#[test]
fn an_inner_plaintext_that_is_too_long() {
    everywhere(|delivery| {
        for mut peer in connected(delivery) {
            // The longest that may be, with content alone and with padding.
            for length in [MAX_PLAINTEXT, 1] {
                let mut inner = vec![7; length];
                inner.push(ContentType::APPLICATION_DATA.0);
                inner.resize(MAX_PLAINTEXT + 1, 0);
                let record = peer.wire.inner(&inner);
                peer.send(&record);
                assert_eq!(peer.subject.received(), vec![7; length]);
            }

            let record = peer.wire.inner(&[23; MAX_PLAINTEXT + 2]);
            peer.refuse(
                &record,
                AlertDescription::RECORD_OVERFLOW,
                InvalidRecord::PlaintextTooLong,
            );
        }
        // Padding counts.
        for mut peer in handshaking(delivery) {
            let mut inner = vec![ContentType::HANDSHAKE.0, 0, 0, 0, ContentType::HANDSHAKE.0];
            inner.resize(MAX_PLAINTEXT + 2, 0);
            let record = peer.wire.inner(&inner);
            peer.refuse(
                &record,
                AlertDescription::RECORD_OVERFLOW,
                InvalidRecord::PlaintextTooLong,
            );
        }
    });
}

/// Section 5.1: fragments of messages and alerts are not empty.
#[test]
fn empty_fragments() {
    everywhere(|delivery| {
        for content_type in TYPES_OF_MESSAGES {
            let peers = starting(delivery)
                .into_iter()
                .chain(handshaking(delivery))
                .chain(connected(delivery));
            for mut peer in peers {
                peer.refuse_record(
                    content_type,
                    &[],
                    AlertDescription::UNEXPECTED_MESSAGE,
                    InvalidRecord::Empty(content_type),
                );
            }
        }
    });
}

/// Section 5.1: a record of another type between two fragments of a message.
#[test]
fn interleaved_types() {
    everywhere(|delivery| {
        for (content_type, content) in [
            (ContentType::ALERT, &[1, 0][..]),
            (ContentType::CHANGE_CIPHER_SPEC, &[1]),
        ] {
            for mut peer in starting(delivery) {
                peer.send(&plaintext(ContentType::HANDSHAKE, &[1, 0]));
                peer.refuse(
                    &plaintext(content_type, content),
                    AlertDescription::UNEXPECTED_MESSAGE,
                    Fault::Interleaved(content_type),
                );
            }
        }
        for (content_type, content) in [
            (ContentType::ALERT, &[1, 0][..]),
            (ContentType::APPLICATION_DATA, b"data"),
        ] {
            for mut peer in handshaking(delivery).into_iter().chain(connected(delivery)) {
                peer.send_record(ContentType::HANDSHAKE, &[8, 0, 0]);
                peer.refuse_record(
                    content_type,
                    content,
                    AlertDescription::UNEXPECTED_MESSAGE,
                    Fault::Interleaved(content_type),
                );
            }
        }
        // Nor one that would be dropped anywhere else.
        for mut peer in handshaking(delivery) {
            peer.send_record(ContentType::HANDSHAKE, &[8]);
            peer.refuse(
                &plaintext(ContentType::CHANGE_CIPHER_SPEC, &[1]),
                AlertDescription::UNEXPECTED_MESSAGE,
                Fault::Interleaved(ContentType::CHANGE_CIPHER_SPEC),
            );
        }
    });
}

/// Section 5.4: there is a type in front of the padding.
#[test]
fn inner_plaintexts_of_zeros() {
    everywhere(|delivery| {
        for length in [0, 1, 100, MAX_PLAINTEXT + 1] {
            for mut peer in handshaking(delivery).into_iter().chain(connected(delivery)) {
                let record = peer.wire.inner(&vec![0; length]);
                peer.refuse(
                    &record,
                    AlertDescription::UNEXPECTED_MESSAGE,
                    InvalidRecord::NoContentType,
                );
            }
        }
    });
}

/// Section 5: record types that there are not.
#[test]
fn unknown_types() {
    everywhere(|delivery| {
        for unknown in [0, 19, 24, 25, 0x80, 0xff].map(ContentType) {
            let peers = starting(delivery).into_iter().chain(connected(delivery));
            for mut peer in peers {
                peer.refuse(
                    &plaintext(unknown, &[0; 10]),
                    AlertDescription::UNEXPECTED_MESSAGE,
                    InvalidRecord::UnexpectedType(unknown),
                );
            }
        }
    });
}

/// The same under protection, where a `change_cipher_spec` must not be either.
#[test]
fn unknown_inner_types() {
    everywhere(|delivery| {
        for unknown in [1, 19, ContentType::CHANGE_CIPHER_SPEC.0, 24, 0xff] {
            for mut peer in handshaking(delivery).into_iter().chain(connected(delivery)) {
                let record = peer.wire.inner(&[1, unknown]);
                peer.refuse(
                    &record,
                    AlertDescription::UNEXPECTED_MESSAGE,
                    InvalidRecord::UnexpectedType(ContentType(unknown)),
                );
            }
        }
    });
}

/// Appendix D.5: what is no TLS at all.
#[test]
fn other_versions_than_three() {
    everywhere(|delivery| {
        for [major, minor] in [[0, 2], [2, 0], [4, 0], [0xfe, 0xfd]] {
            for mut peer in starting(delivery).into_iter().chain(connected(delivery)) {
                peer.refuse(
                    &[22, major, minor, 0, 1, 1],
                    AlertDescription::PROTOCOL_VERSION,
                    InvalidRecord::IllegalVersion(u16::from_be_bytes([major, minor])),
                );
            }
        }
    });
}

/// Section 5.2: a record that does not open. One that is shorter than its tag does not.
#[test]
fn records_that_were_changed() {
    everywhere(|delivery| {
        for change in 0..3 {
            for mut peer in handshaking(delivery).into_iter().chain(connected(delivery)) {
                let mut record = peer.wire.record(ContentType::HANDSHAKE, &[24, 0, 0, 1, 0]);
                match change {
                    0 => record[5] ^= 1,
                    1 => *record.last_mut().expect("a tag") ^= 1,
                    _ => record = plaintext(ContentType::APPLICATION_DATA, &[0; 15]),
                }
                peer.refuse(
                    &record,
                    AlertDescription::BAD_RECORD_MAC,
                    InvalidRecord::NotAuthentic,
                );
            }
        }
    });
}

/// Section 5.3: a record that comes again, or before its turn.
#[test]
fn records_out_of_order() {
    everywhere(|delivery| {
        for mut peer in connected(delivery) {
            let record = peer.wire.record(ContentType::APPLICATION_DATA, b"data");
            peer.send(&record);
            peer.refuse(
                &record,
                AlertDescription::BAD_RECORD_MAC,
                InvalidRecord::NotAuthentic,
            );
        }
        for mut peer in connected(delivery) {
            peer.wire.record(ContentType::APPLICATION_DATA, b"lost");
            peer.refuse_record(
                ContentType::APPLICATION_DATA,
                b"data",
                AlertDescription::BAD_RECORD_MAC,
                InvalidRecord::NotAuthentic,
            );
        }
    });
}

/// Section 5: once there are keys, everything but a `change_cipher_spec` is protected.
#[test]
fn plaintext_after_encryption() {
    everywhere(|delivery| {
        for mut peer in handshaking(delivery).into_iter().chain(connected(delivery)) {
            peer.refuse(
                &plaintext(
                    ContentType::HANDSHAKE,
                    &message(HandshakeType::FINISHED, &[0; 32]),
                ),
                AlertDescription::UNEXPECTED_MESSAGE,
                InvalidRecord::UnexpectedType(ContentType::HANDSHAKE),
            );
        }
        // An alert may come so until a record has been opened: the peer may have failed
        // before it had keys.
        for mut peer in connected(delivery) {
            peer.refuse(
                &plaintext(ContentType::ALERT, &[2, 40]),
                AlertDescription::UNEXPECTED_MESSAGE,
                InvalidRecord::UnexpectedType(ContentType::ALERT),
            );
        }
        for mut peer in connected(delivery) {
            peer.refuse(
                &plaintext(
                    ContentType::APPLICATION_DATA,
                    b"in the clear, for everybody to read",
                ),
                AlertDescription::BAD_RECORD_MAC,
                InvalidRecord::NotAuthentic,
            );
        }
    });
}

/// Application data has no place in the handshake, empty or not.
#[test]
fn data_before_its_time() {
    everywhere(|delivery| {
        for content in [&b""[..], b"data"] {
            let peers = starting(delivery).into_iter().chain(handshaking(delivery));
            for mut peer in peers {
                peer.refuse_record(
                    ContentType::APPLICATION_DATA,
                    content,
                    AlertDescription::UNEXPECTED_MESSAGE,
                    Error::InappropriateMessage(ContentType::APPLICATION_DATA),
                );
            }
        }
    });
}

/// A message of more than 64 KiB, certificates or not, is refused for its header.
#[test]
fn messages_over_the_limit() {
    /// The type and the length in front of a message.
    const HEADER: usize = 4;

    let announce = |typ: HandshakeType, length: usize| {
        let [.., high, middle, low] = length.to_be_bytes();
        [typ.0, high, middle, low]
    };
    everywhere(|delivery| {
        for length in [MAX_JOINED - HEADER + 1, 0xff_ffff] {
            for typ in [HandshakeType::CERTIFICATE, HandshakeType::CLIENT_HELLO] {
                let peers = starting(delivery)
                    .into_iter()
                    .chain(handshaking(delivery))
                    .chain(connected(delivery));
                for mut peer in peers {
                    peer.refuse_record(
                        ContentType::HANDSHAKE,
                        &announce(typ, length),
                        AlertDescription::DECODE_ERROR,
                        Fault::TooLong(length + HEADER),
                    );
                }
            }
        }
        // One byte less is no reason.
        for mut peer in handshaking(delivery) {
            let typ = HandshakeType::MESSAGE_HASH;
            let message = message(typ, &vec![0; MAX_JOINED - HEADER]);
            let (last, fragments) = message.split_last().expect("bytes");
            for fragment in fragments.chunks(MAX_PLAINTEXT) {
                peer.send_record(ContentType::HANDSHAKE, fragment);
            }
            let record = peer.wire.record(ContentType::HANDSHAKE, &[*last]);
            let error = peer.subject.feed(&record).expect_err("no state expects it");
            assert!(
                matches!(error, Error::InappropriateHandshakeMessage { got, .. } if got == typ),
                "{error:?}"
            );
        }
    });
}
