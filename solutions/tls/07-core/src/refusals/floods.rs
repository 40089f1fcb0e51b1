//! What a peer may send without end and without effect, and how often it may.

use core::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;

use deframer::ContentType;
use pki_types::ServerName;

use super::support::{
    PlayedClient, PlayedServer, Trust, client_config, connected, encoded, everywhere, handshaking,
    plaintext, starting,
};
use crate::client::{ClientSessionStore, Resumption, Tls13ClientSession};
use crate::msgs::KeyUpdate;
use crate::{AlertDescription, Error, NamedGroup, PeerMisbehaved};
use crate::{MAX_CHANGE_CIPHER_SPECS, MAX_EMPTY_RECORDS, MAX_KEY_UPDATES};

const CHANGE_CIPHER_SPEC: &[u8] = &[20, 3, 3, 0, 1, 1];

#[test]
fn key_updates() {
    everywhere(|delivery| {
        for update in [KeyUpdate::UpdateNotRequested, KeyUpdate::UpdateRequested] {
            for mut peer in connected(delivery) {
                for _ in 0..MAX_KEY_UPDATES {
                    peer.update_keys(update);
                }
                // One answer to all of them, as none of it was written.
                peer.expect_next_keys();
                peer.refuse_message(
                    &encoded(|bytes| update.encode(bytes)),
                    AlertDescription::UNEXPECTED_MESSAGE,
                    PeerMisbehaved::TooManyKeyUpdates,
                );
            }
        }
    });
}

/// However many updates are asked for, one answer waits.
#[test]
fn answers_to_key_updates_do_not_pile_up() {
    everywhere(|delivery| {
        for mut peer in connected(delivery) {
            for _ in 0..MAX_KEY_UPDATES {
                peer.update_keys(KeyUpdate::UpdateRequested);
            }
            let answer = encoded(|bytes| KeyUpdate::UpdateNotRequested.encode(bytes));
            assert_eq!(peer.answers(), [(ContentType::HANDSHAKE, answer)]);
            peer.assert_connected();
        }
    });
}

/// Section 4.6.3: the answer is due before the next data, even if the data before that was
/// not written either.
#[test]
fn every_request_is_answered_before_data() {
    everywhere(|delivery| {
        for mut peer in connected(delivery) {
            for _ in 0..3 {
                peer.update_keys(KeyUpdate::UpdateRequested);
                peer.update_keys(KeyUpdate::UpdateRequested);
                peer.expect_next_keys();
                let written = peer.subject.common().write_data(b"data");
                assert_eq!(written, Ok(4));
            }
            let answer = encoded(|bytes| KeyUpdate::UpdateNotRequested.encode(bytes));
            let answers = [
                (ContentType::HANDSHAKE, answer),
                (ContentType::APPLICATION_DATA, b"data".to_vec()),
            ];
            let answers: Vec<_> = answers.iter().cycle().take(6).cloned().collect();
            assert_eq!(peer.answers(), answers);
        }
    });
}

/// Section 6.1: after `close_notify` nothing more is sent, asked for or not.
#[test]
fn key_updates_after_close_notify() {
    everywhere(|delivery| {
        for mut peer in connected(delivery) {
            peer.subject.common().send_close_notify();
            assert_eq!(peer.answers(), [(ContentType::ALERT, vec![1, 0])]);
            peer.update_keys(KeyUpdate::UpdateRequested);
            assert_eq!(peer.answers(), []);
            peer.assert_connected();
        }
    });
}

/// With data between them updates are no flood.
#[test]
fn key_updates_with_data_between_them() {
    everywhere(|delivery| {
        for mut peer in connected(delivery) {
            for _ in 0..3 {
                for _ in 0..MAX_KEY_UPDATES {
                    peer.update_keys(KeyUpdate::UpdateNotRequested);
                }
                peer.assert_connected();
            }
        }
    });
}

/// Section 4.6.3: there are two values.
#[test]
fn key_updates_of_other_values() {
    everywhere(|delivery| {
        for value in [2, 0xff] {
            for mut peer in connected(delivery) {
                peer.refuse_message(
                    &[24, 0, 0, 1, value],
                    AlertDescription::ILLEGAL_PARAMETER,
                    PeerMisbehaved::IllegalKeyUpdate,
                );
            }
        }
    });
}

/// Counts the sessions that it is given.
#[derive(Debug, Default)]
struct Counter(AtomicUsize);

impl ClientSessionStore for Counter {
    fn set_kx_hint(&self, _: &ServerName<'static>, _: NamedGroup) {}

    fn kx_hint(&self, _: &ServerName<'static>) -> Option<NamedGroup> {
        None
    }

    fn insert_tls13_ticket(&self, _: &ServerName<'static>, _: Tls13ClientSession) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn take_tls13_ticket(&self, _: &ServerName<'static>) -> Option<Tls13ClientSession> {
        None
    }
}

/// Tickets without end are no failure, but only the first are looked at.
#[test]
fn tickets() {
    everywhere(|delivery| {
        let store = Arc::new(Counter::default());
        let mut config = client_config();
        config.resumption = Resumption::store(store.clone());
        let mut server = PlayedServer::of(delivery, config);
        server.connect();
        for _ in 0..40 {
            server.send_after_handshake(&PlayedServer::ticket());
        }
        assert_eq!(store.0.load(Ordering::Relaxed), 16);
        server.assert_connected();
    });
}

#[test]
fn empty_records() {
    everywhere(|delivery| {
        for mut peer in connected(delivery) {
            // With data between them they are no flood.
            for _ in 0..2 {
                for _ in 0..MAX_EMPTY_RECORDS {
                    peer.send_record(ContentType::APPLICATION_DATA, &[]);
                }
                peer.assert_connected();
            }
            for number in 0..MAX_EMPTY_RECORDS {
                // Neither the padding nor a message makes a record one of data.
                let record = peer.wire.inner(&[ContentType::APPLICATION_DATA.0, 0, 0, 0]);
                peer.send(&record);
                if number == 0 {
                    peer.update_keys(KeyUpdate::UpdateNotRequested);
                }
            }
            peer.refuse_record(
                ContentType::APPLICATION_DATA,
                &[],
                AlertDescription::UNEXPECTED_MESSAGE,
                PeerMisbehaved::TooManyEmptyRecords,
            );
        }
    });
}

#[test]
fn change_cipher_specs() {
    everywhere(|delivery| {
        for mut peer in handshaking(delivery) {
            for _ in 0..MAX_CHANGE_CIPHER_SPECS {
                peer.send(CHANGE_CIPHER_SPEC);
            }
            peer.refuse(
                CHANGE_CIPHER_SPEC,
                AlertDescription::UNEXPECTED_MESSAGE,
                PeerMisbehaved::TooManyChangeCipherSpecs,
            );
        }
        // Nor before the keys.
        let mut server = PlayedServer::new(delivery);
        for _ in 0..MAX_CHANGE_CIPHER_SPECS {
            server.send(CHANGE_CIPHER_SPEC);
        }
        server.refuse(
            CHANGE_CIPHER_SPEC,
            AlertDescription::UNEXPECTED_MESSAGE,
            PeerMisbehaved::TooManyChangeCipherSpecs,
        );
    });
}

/// Section 5: it is a single 1.
#[test]
fn change_cipher_specs_of_other_contents() {
    everywhere(|delivery| {
        for content in [&[0][..], &[2], &[1, 1]] {
            for mut peer in handshaking(delivery) {
                peer.refuse(
                    &plaintext(ContentType::CHANGE_CIPHER_SPEC, content),
                    AlertDescription::UNEXPECTED_MESSAGE,
                    PeerMisbehaved::IllegalChangeCipherSpec,
                );
            }
        }
    });
}

/// Section 5: it has its place between the first ClientHello and the peer's Finished.
#[test]
fn change_cipher_specs_out_of_place() {
    let refused = Error::InappropriateMessage(ContentType::CHANGE_CIPHER_SPEC);
    everywhere(|delivery| {
        let [_, mut client] = starting(delivery);
        client.refuse(
            CHANGE_CIPHER_SPEC,
            AlertDescription::UNEXPECTED_MESSAGE,
            refused.clone(),
        );
        for mut peer in connected(delivery) {
            peer.refuse(
                CHANGE_CIPHER_SPEC,
                AlertDescription::UNEXPECTED_MESSAGE,
                refused.clone(),
            );
        }
        // Up to the Finished it may come anywhere.
        let mut server = PlayedServer::new(delivery);
        server.up_to_finished();
        server.send(CHANGE_CIPHER_SPEC);
        server.send_finished();
        server.assert_connected();
        let mut client = PlayedClient::trusting(delivery, Trust::Both);
        client.send_hello();
        client.send_certificate();
        client.send(CHANGE_CIPHER_SPEC);
        client.send_certificate_verify();
        client.send(CHANGE_CIPHER_SPEC);
        client.send_finished();
        client.assert_connected();
    });
}
