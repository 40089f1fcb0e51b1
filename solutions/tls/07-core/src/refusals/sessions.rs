//! Sessions that are offered again (RFC 8446, section 4.2.11).

use std::sync::Arc;

use codec::{CipherSuite, HandshakeType};

use super::support::{
    Delivery, Offer, PlayedClient, PlayedServer, Ticket, everywhere, server_config,
    server_config_with_auth,
};
use crate::msgs::extension::{
    EARLY_DATA, PADDING, PRE_SHARED_KEY, PSK_KEY_EXCHANGE_MODES, SERVER_NAME, SIGNATURE_ALGORITHMS,
};
use crate::msgs::{EncryptedExtensions, ExtensionSet};
use crate::{AlertDescription, Error, HandshakeKind, PeerMisbehaved};

/// A client with a ticket of the server that it speaks to now.
fn returning(delivery: Delivery) -> (PlayedClient, Ticket) {
    let config = Arc::new(server_config());
    let mut tickets = PlayedClient::of_shared(delivery, &config).connect();
    let ticket = tickets.pop().expect("a ticket");
    (PlayedClient::of_shared(delivery, &config), ticket)
}

/// The rule that the others are exceptions to.
#[test]
fn a_good_session() {
    everywhere(|delivery| {
        let (mut client, ticket) = returning(delivery);
        client.resume(&ticket);
        assert!(client.is_resumed());
        client.send_finished();
        client.assert_connected();
    });
}

#[test]
fn a_wrong_binder() {
    everywhere(|delivery| {
        for binder in [&[0; 32][..], &[0; 33], &[0; 48]] {
            let (mut client, ticket) = returning(delivery);
            let mut offer = client.good_offer();
            offer.add_session(&ticket, binder);
            client.refuse_message(
                &offer.message(),
                AlertDescription::DECRYPT_ERROR,
                Error::DecryptError("binder"),
            );
        }
        // Over another hello.
        let (mut client, ticket) = returning(delivery);
        let mut offer = client.good_offer();
        offer.add_good_session(&ticket);
        offer.random[0] ^= 1;
        client.refuse_message(
            &offer.message(),
            AlertDescription::DECRYPT_ERROR,
            Error::DecryptError("binder"),
        );
    });
}

/// The binder of a second hello is over the first one and the request too.
#[test]
fn a_binder_over_a_part_of_the_transcript() {
    everywhere(|delivery| {
        let (mut client, ticket) = returning(delivery);
        let (first, mut second) = client.good_offers();
        client.send_hello_to_retry(&first);
        second.add_good_session(&ticket);
        client.refuse_message(
            &second.message(),
            AlertDescription::DECRYPT_ERROR,
            Error::DecryptError("binder"),
        );
    });
}

/// Refuses a hello with a session, for how it is offered: whether it is good or not.
#[track_caller]
fn refuse_offer(
    change: impl Fn(&mut Offer, &Ticket),
    alert: AlertDescription,
    error: impl Into<Error> + Clone,
) {
    everywhere(|delivery| {
        let (mut client, ticket) = returning(delivery);
        for ticket in [ticket, Ticket::unknown()] {
            let mut offer = client.good_offer();
            change(&mut offer, &ticket);
            let message = offer.message();
            let (mut client, _) = returning(delivery);
            client.refuse_message(&message, alert, error.clone());
        }
    });
}

/// All of the hello is under the binder, so that nothing may follow it.
#[test]
fn a_session_that_is_not_last() {
    for behind in [PADDING, EARLY_DATA, codec::ExtensionType(0xfafa)] {
        refuse_offer(
            |offer, ticket| {
                offer.add_session(ticket, &[0; 32]);
                offer.extensions.add(behind, &[]);
            },
            AlertDescription::ILLEGAL_PARAMETER,
            PeerMisbehaved::PskIsNotLastExtension,
        );
    }
}

#[test]
fn as_many_binders_as_identities() {
    for binders in [0, 2] {
        refuse_offer(
            |offer, ticket| {
                let mut data = ticket.offer(&[0; 32]);
                let one = data.split_off(data.len() - 33);
                let length = data.len();
                data[length - 2..].copy_from_slice(&u16::to_be_bytes(33 * binders));
                data.extend(one.repeat(usize::from(binders)));
                offer.extensions.add(PRE_SHARED_KEY, &data);
            },
            match binders {
                // A list of none cannot be decoded.
                0 => AlertDescription::DECODE_ERROR,
                _ => AlertDescription::ILLEGAL_PARAMETER,
            },
            match binders {
                0 => Error::from(codec::InvalidMessage::IllegalLength("a payload")),
                _ => PeerMisbehaved::BinderCountMismatch.into(),
            },
        );
    }
}

/// Section 4.2.9: how the session is to go on has to be said.
#[test]
fn a_session_without_modes() {
    refuse_offer(
        |offer, ticket| {
            offer.extensions.remove(PSK_KEY_EXCHANGE_MODES);
            offer.add_session(ticket, &[0; 32]);
        },
        AlertDescription::MISSING_EXTENSION,
        PeerMisbehaved::MissingPskKeyExchangeModes,
    );
}

/// A session that cannot go on is no failure: there are certificates.
#[test]
fn sessions_that_are_not_resumed() {
    #[track_caller]
    fn assert_full(client: &mut PlayedClient, offer: &Offer) {
        client.send_this_hello(offer);
        assert!(!client.is_resumed());
        assert_eq!(
            client.subject.common().handshake_kind(),
            Some(HandshakeKind::Full)
        );
        client.send_finished();
        client.assert_connected();
    }

    everywhere(|delivery| {
        let (mut client, _) = returning(delivery);
        let mut offer = client.good_offer();
        offer.add_session(&Ticket::unknown(), &[0; 32]);
        assert_full(&mut client, &offer);

        // Without a key exchange, which is nothing that this core does.
        let (mut client, ticket) = returning(delivery);
        let mut offer = client.good_offer();
        offer.extensions.set(PSK_KEY_EXCHANGE_MODES, &[1, 0]);
        offer.add_good_session(&ticket);
        assert_full(&mut client, &offer);
    });
}

/// Section 4.2.10: a session is as old as the server says. A client that says otherwise
/// may have a wrong clock; it is no reason to ask for certificates again.
#[test]
fn a_stated_age_that_cannot_be() {
    everywhere(|delivery| {
        let (mut client, mut ticket) = returning(delivery);
        ticket.age_add = ticket.age_add.wrapping_add(1 << 30);
        client.resume(&ticket);
        assert!(client.is_resumed());
        client.send_finished();
        client.assert_connected();
    });
}

/// Section 4.2.3: a client that offers a session need not say how to sign, unless the
/// server wants no session.
#[test]
fn no_session_and_no_schemes() {
    everywhere(|delivery| {
        let (mut client, ticket) = returning(delivery);
        let mut offer = client.good_offer();
        offer.extensions.remove(SIGNATURE_ALGORITHMS);
        let mut unknown = offer.clone();
        client.send_with_session(offer, &ticket);
        assert!(client.is_resumed());

        let (mut client, _) = returning(delivery);
        unknown.add_session(&Ticket::unknown(), &[0; 32]);
        client.refuse_message(
            &unknown.message(),
            AlertDescription::MISSING_EXTENSION,
            PeerMisbehaved::MissingSignatureAlgorithms,
        );
    });
}

/// A session that is kept is resumed once.
#[test]
fn a_ticket_that_comes_again() {
    everywhere(|delivery| {
        let config = Arc::new(server_config());
        let ticket = PlayedClient::of_shared(delivery, &config).connect().pop();
        let ticket = ticket.expect("a ticket");
        for resumed in [true, false] {
            let mut client = PlayedClient::of_shared(delivery, &config);
            client.resume(&ticket);
            assert_eq!(client.is_resumed(), resumed);
        }
    });
}

/// Section 4.6.1: each ticket of a connection stands for a secret of its own, and its age
/// is hidden by a number of its own.
#[test]
fn tickets_that_have_nothing_in_common() {
    everywhere(|delivery| {
        let [one, other] = &PlayedClient::new(delivery).connect()[..] else {
            panic!("a server sends two tickets");
        };
        assert_ne!(one.identity, other.identity);
        assert_ne!(one.secret, other.secret);
        assert_ne!(one.age_add, other.age_add);
    });
}

/// Section 4.2.9: a client is sent no ticket that it could not use.
#[test]
fn no_tickets_without_the_mode_for_them() {
    everywhere(|delivery| {
        // Not said, and without a key exchange.
        for modes in [None, Some(&[1, 0])] {
            let mut client = PlayedClient::new(delivery);
            let mut offer = client.good_offer();
            match modes {
                Some(modes) => offer.extensions.set(PSK_KEY_EXCHANGE_MODES, modes),
                None => offer.extensions.remove(PSK_KEY_EXCHANGE_MODES),
            }
            client.send_this_hello(&offer);
            assert_eq!(client.send_finished().len(), 0);
            client.assert_connected();
        }
    });
}

/// A server looks at four sessions.
#[test]
fn a_session_behind_others() {
    everywhere(|delivery| {
        for (unknown, resumed) in [(3, true), (4, false)] {
            let (mut client, ticket) = returning(delivery);
            client.resume_behind(unknown, &ticket);
            assert_eq!(client.is_resumed(), resumed, "behind {unknown} others");
            client.send_finished();
            client.assert_connected();
        }
    });
}

/// A client that must present a certificate has done so in the connection that its session
/// goes back to, however many there were in between.
#[test]
fn a_session_of_a_session_under_client_authentication() {
    everywhere(|delivery| {
        let config = Arc::new(server_config_with_auth());
        let mut client = PlayedClient::of_shared(delivery, &config);
        client.send_hello();
        client.send_certificate();
        client.send_certificate_verify();
        let mut ticket = client.send_finished().pop().expect("a ticket");
        for _ in 0..2 {
            let mut client = PlayedClient::of_shared(delivery, &config);
            client.resume(&ticket);
            assert!(client.is_resumed());
            ticket = client.send_finished().pop().expect("a ticket");
        }
    });
}

/// A client that goes on with a session wants no certificate from the server.
#[test]
fn a_certificate_in_a_resumed_connection() {
    everywhere(|delivery| {
        let mut server = PlayedServer::of_returning(delivery);
        server.send_hello();
        server.send_extensions();
        let message = PlayedServer::request(&[]);
        server.refuse_message(
            &message,
            AlertDescription::UNEXPECTED_MESSAGE,
            Error::InappropriateHandshakeMessage {
                state: "WAIT_FINISHED",
                got: HandshakeType::CERTIFICATE_REQUEST,
            },
        );
    });
}

/// A server that knows another secret than the client is found out at once.
#[test]
fn a_server_without_the_secret() {
    everywhere(|delivery| {
        let mut server = PlayedServer::of_returning(delivery);
        server.psk = Some(crate::Secret::new(&[0; 32]));
        let hello = server.good_hello();
        let message = hello.message();
        server.send_message(&message);
        server.derive_secrets();
        let message = PlayedServer::extensions();
        let record = server
            .wire
            .record(deframer::ContentType::HANDSHAKE, &message);
        // The alert is under the client's keys, which such a server cannot open.
        let error = deframer::InvalidRecord::NotAuthentic;
        assert_eq!(server.subject.feed(&record), Err(error.into()));
    });
}

/// After a HelloRetryRequest a session goes on only with its hash; the client drops
/// what does not fit.
#[test]
fn a_session_that_the_request_rules_out() {
    everywhere(|delivery| {
        let mut server = PlayedServer::of_returning(delivery);
        let mut retry = server.good_retry(super::support::OTHER_GROUP);
        retry.cipher_suite = CipherSuite(0x1302);
        server.retry(&retry);
        assert!(server.offered().1.pre_shared_key.is_none());
    });
}

/// RFC 6066, section 3: a server that has used the name says so, but not when a session
/// goes on.
#[test]
fn the_name_is_acknowledged_with_a_certificate() {
    everywhere(|delivery| {
        let says = |client: &PlayedClient| {
            let body = &client.encrypted_extensions;
            let offered = ExtensionSet::of(&[SERVER_NAME]);
            let extensions = EncryptedExtensions::decode(body, offered);
            extensions.expect("the server's").server_name
        };
        let (mut client, ticket) = returning(delivery);
        client.resume(&ticket);
        assert!(client.is_resumed() && !says(&client));

        let (mut client, _) = returning(delivery);
        client.send_hello();
        assert!(!client.is_resumed() && says(&client));

        let (mut client, _) = returning(delivery);
        let mut offer = client.good_offer();
        offer.extensions.remove(SERVER_NAME);
        client.send_this_hello(&offer);
        assert!(!says(&client));
    });
}
