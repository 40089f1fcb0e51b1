//! A change of keys is at the end of a record (RFC 8446, section 5.1).

use core::ops::DerefMut;

use connection::Fault;
use deframer::{ContentType, InvalidRecord};

use super::support::{Delivery, Peer, PlayedClient, PlayedServer, Trust};
use super::support::{connected, encoded, everywhere};
use crate::msgs::KeyUpdate;
use crate::{AlertDescription, Error};

/// Refuses a message with bytes of another behind it in its record: a whole one, or
/// the front of one. `go_on` makes the peer ready for the keys that follow the message.
#[track_caller]
fn refuse_followed<P: DerefMut<Target = Peer>>(
    prepare: impl Fn(Delivery) -> (P, Vec<u8>),
    go_on: impl Fn(&mut P),
) {
    everywhere(|delivery| {
        for behind in [&[24, 0, 0, 1, 0][..], &[8, 0, 0], &[0]] {
            let (mut peer, message) = prepare(delivery);
            let content = [&message, behind].concat();
            let record = peer.wire.record(ContentType::HANDSHAKE, &content);
            let error = Error::from(Fault::KeyChange);
            assert_eq!(peer.subject.feed(&record), Err(error.clone()));
            peer.transcript.add_encoded(&message);
            go_on(&mut peer);
            peer.assert_refused(AlertDescription::UNEXPECTED_MESSAGE, &error);
        }
    });
}

#[test]
fn behind_a_client_hello() {
    refuse_followed(
        |delivery| {
            let mut client = PlayedClient::new(delivery);
            let message = client.good_offer().message();
            (client, message)
        },
        PlayedClient::take_flight,
    );
}

#[test]
fn behind_a_server_hello() {
    refuse_followed(
        |delivery| {
            let mut server = PlayedServer::new(delivery);
            let message = server.good_hello().message();
            (server, message)
        },
        PlayedServer::derive_secrets,
    );
}

#[test]
fn behind_a_servers_finished() {
    refuse_followed(
        |delivery| {
            let mut server = PlayedServer::new(delivery);
            server.up_to_finished();
            let message = server.finished();
            (server, message)
        },
        |server| {
            server.derive_traffic_secrets();
        },
    );
}

#[test]
fn behind_a_clients_finished() {
    for trust in [Trust::Server, Trust::Both] {
        refuse_followed(
            |delivery| {
                let mut client = PlayedClient::trusting(delivery, trust);
                client.send_hello();
                if trust == Trust::Both {
                    client.send_certificate();
                    client.send_certificate_verify();
                }
                let message = client.finished();
                (client, message)
            },
            |_| {},
        );
    }
}

#[test]
fn behind_a_key_update() {
    for update in [KeyUpdate::UpdateNotRequested, KeyUpdate::UpdateRequested] {
        for side in 0..2 {
            refuse_followed(
                |delivery| {
                    let [client, server] = connected(delivery);
                    let peer = if side == 0 { client } else { server };
                    (peer, encoded(|bytes| update.encode(bytes)))
                },
                |peer| peer.expect_next_keys(),
            );
        }
    }
}

/// After a KeyUpdate nothing is opened under the keys before it.
#[test]
fn a_record_under_the_keys_of_before() {
    everywhere(|delivery| {
        for mut peer in connected(delivery) {
            let update = encoded(|bytes| KeyUpdate::UpdateNotRequested.encode(bytes));
            peer.send_after_handshake(&update);
            peer.refuse_message(
                &update,
                AlertDescription::BAD_RECORD_MAC,
                InvalidRecord::NotAuthentic,
            );
        }
    });
}
