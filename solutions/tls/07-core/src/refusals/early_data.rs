//! A client's 0-RTT data, which is skipped within a bound (RFC 8446, section 4.2.10).

use std::sync::Arc;

use deframer::{ContentType, HEADER_LENGTH, InvalidRecord, MAX_CIPHERTEXT};

use super::support::{
    Delivery, Offer, PlayedClient, Ticket, Trust, everywhere, plaintext, server_config,
};
use crate::common::MAX_SKIPPED_EARLY_DATA;
use crate::{AlertDescription, Error, PeerMisbehaved};

/// The bound of the tests below is the one that the crate's documentation states.
const _: () = assert!(MAX_SKIPPED_EARLY_DATA == 64 * 1024);

/// A record that the server cannot open, of that many bytes with its header.
fn early(length: usize) -> Vec<u8> {
    plaintext(
        ContentType::APPLICATION_DATA,
        &vec![0xe4; length - HEADER_LENGTH],
    )
}

/// Records of so many bytes.
fn early_records(mut length: usize) -> Vec<Vec<u8>> {
    let mut records = Vec::new();
    while length > 0 {
        let next = length.min(HEADER_LENGTH + MAX_CIPHERTEXT);
        // No rest that is too short for a header.
        let next = next.min((length - next).checked_sub(100).map_or(length, |_| next));
        records.push(early(next));
        length -= next;
    }
    records
}

/// Says that early data follows, with a ticket for it that the server does not know.
fn announce(offer: &mut Offer) {
    offer.announce_early_data();
    offer.add_session(&Ticket::unknown(), &[0; 32]);
}

/// A client that has announced early data, and has the server's flight.
fn announcing(delivery: Delivery, trust: Trust) -> PlayedClient {
    let mut client = PlayedClient::trusting(delivery, trust);
    let mut offer = client.good_offer();
    announce(&mut offer);
    client.send_this_hello(&offer);
    client
}

/// The same, and the server wants another hello, which is returned.
fn announcing_retried(delivery: Delivery) -> (PlayedClient, Offer) {
    let mut client = PlayedClient::new(delivery);
    let (mut first, second) = client.good_offers();
    announce(&mut first);
    client.send_hello_to_retry(&first);
    (client, second)
}

#[test]
fn up_to_the_bound() {
    everywhere(|delivery| {
        for trust in [Trust::Server, Trust::Both] {
            let mut client = announcing(delivery, trust);
            for record in early_records(MAX_SKIPPED_EARLY_DATA) {
                client.send(&record);
            }
            // A `change_cipher_spec` goes in front of the rest.
            client.send(&plaintext(ContentType::CHANGE_CIPHER_SPEC, &[1]));
            if trust == Trust::Both {
                client.send_certificate();
                client.send_certificate_verify();
            }
            client.send_finished();
            client.assert_connected();
        }
    });
}

/// The shortest record that is more than what is left.
fn too_much(left: usize) -> Vec<u8> {
    early(left.max(HEADER_LENGTH) + 1)
}

#[test]
fn beyond_the_bound() {
    everywhere(|delivery| {
        for left in [0, 10] {
            let mut client = announcing(delivery, Trust::Server);
            for record in early_records(MAX_SKIPPED_EARLY_DATA - left) {
                client.send(&record);
            }
            client.refuse(
                &too_much(left),
                AlertDescription::BAD_RECORD_MAC,
                InvalidRecord::NotAuthentic,
            );
        }
    });
}

/// A client that goes on with a session may announce early data too.
#[test]
fn with_a_session_that_goes_on() {
    everywhere(|delivery| {
        let config = Arc::new(server_config());
        let ticket = PlayedClient::of_shared(delivery, &config).connect().pop();
        let mut client = PlayedClient::of_shared(delivery, &config);
        let mut offer = client.good_offer();
        offer.announce_early_data();
        client.send_with_session(offer, &ticket.expect("a ticket"));
        assert!(client.is_resumed());
        client.send(&early(100));
        client.send_finished();
        client.assert_connected();
    });
}

/// In front of a second hello the bound is the same.
#[test]
fn up_to_the_bound_and_a_second_hello() {
    everywhere(|delivery| {
        let (mut client, second) = announcing_retried(delivery);
        for record in early_records(MAX_SKIPPED_EARLY_DATA) {
            client.send(&record);
        }
        client.send(&plaintext(ContentType::CHANGE_CIPHER_SPEC, &[1]));
        client.send_this_hello(&second);
        client.send_finished();
        client.assert_connected();
    });
}

#[test]
fn beyond_the_bound_before_a_second_hello() {
    everywhere(|delivery| {
        for left in [0, 10] {
            let (mut client, _) = announcing_retried(delivery);
            for record in early_records(MAX_SKIPPED_EARLY_DATA - left) {
                client.send(&record);
            }
            client.refuse(
                &too_much(left),
                AlertDescription::UNEXPECTED_MESSAGE,
                PeerMisbehaved::TooMuchEarlyData,
            );
        }
    });
}

/// Even records that hold nothing use the bound up.
#[test]
fn empty_records_beyond_the_bound() {
    everywhere(|delivery| {
        let (mut client, _) = announcing_retried(delivery);
        for _ in 0..MAX_SKIPPED_EARLY_DATA / HEADER_LENGTH {
            client.send(&early(HEADER_LENGTH));
        }
        client.refuse(
            &early(HEADER_LENGTH),
            AlertDescription::UNEXPECTED_MESSAGE,
            PeerMisbehaved::TooMuchEarlyData,
        );
    });
}

/// Section 4.1.2: there is none behind a second hello.
#[test]
fn behind_a_second_hello() {
    everywhere(|delivery| {
        let (mut client, second) = announcing_retried(delivery);
        client.send_this_hello(&second);
        client.refuse(
            &early(100),
            AlertDescription::BAD_RECORD_MAC,
            InvalidRecord::NotAuthentic,
        );
    });
}

/// The same under the keys of the handshake, which open it.
#[test]
fn behind_a_second_hello_under_its_keys() {
    everywhere(|delivery| {
        let (mut client, second) = announcing_retried(delivery);
        client.send_this_hello(&second);
        client.refuse_record(
            ContentType::APPLICATION_DATA,
            b"data",
            AlertDescription::UNEXPECTED_MESSAGE,
            Error::InappropriateMessage(ContentType::APPLICATION_DATA),
        );
    });
}

#[test]
fn that_was_not_announced() {
    everywhere(|delivery| {
        let mut client = PlayedClient::new(delivery);
        client.send_hello();
        client.refuse(
            &early(100),
            AlertDescription::BAD_RECORD_MAC,
            InvalidRecord::NotAuthentic,
        );

        let mut client = PlayedClient::new(delivery);
        let (first, _) = client.good_offers();
        client.send_hello_to_retry(&first);
        client.refuse(
            &early(100),
            AlertDescription::UNEXPECTED_MESSAGE,
            Error::InappropriateMessage(ContentType::APPLICATION_DATA),
        );
    });
}

/// After the first record that opens there is none that does not.
#[test]
fn behind_the_first_record_of_the_handshake() {
    everywhere(|delivery| {
        let mut client = announcing(delivery, Trust::Both);
        client.send(&early(100));
        client.send_certificate();
        client.refuse(
            &early(100),
            AlertDescription::BAD_RECORD_MAC,
            InvalidRecord::NotAuthentic,
        );
    });
}

/// What is skipped is records, not what is wrong with them.
#[test]
fn records_that_are_too_long() {
    everywhere(|delivery| {
        let mut client = announcing(delivery, Trust::Server);
        client.refuse(
            &early(HEADER_LENGTH + MAX_CIPHERTEXT + 1),
            AlertDescription::RECORD_OVERFLOW,
            InvalidRecord::TooLong(MAX_CIPHERTEXT as u16 + 1),
        );
    });
}

/// In the middle of the second hello it is no longer early.
#[test]
fn within_a_second_hello() {
    everywhere(|delivery| {
        let (mut client, second) = announcing_retried(delivery);
        let message = second.message();
        client.send(&plaintext(ContentType::HANDSHAKE, &message[..10]));
        client.refuse(
            &early(100),
            AlertDescription::UNEXPECTED_MESSAGE,
            connection::Fault::Interleaved(ContentType::APPLICATION_DATA),
        );
    });
}
