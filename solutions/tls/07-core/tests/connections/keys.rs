//! New keys, asked for and by themselves.

use std::sync::Arc;

use tls_core::crypto::{CryptoProvider, Tls13CipherSuite, ring};
use tls_core::{CommonState, Error};

use crate::pairs::{configs, pairs};
use crate::support::peer::Peer;
use crate::support::wire::{WHOLE, connect, converse, deliver, say, transfer};
use crate::support::{client, client_config, identity, server, server_config};

/// With suites whose keys seal `limit` records.
fn worn_out_after(limit: u64) -> CryptoProvider {
    let mut provider = ring::default_provider();
    for suite in &mut provider.cipher_suites {
        *suite = Box::leak(Box::new(Tls13CipherSuite {
            confidentiality_limit: limit,
            ..**suite
        }));
    }
    provider
}

#[test]
fn keys_are_renewed_before_they_are_worn_out() {
    let identity = identity::localhost();
    for limit in [3, 4, 10] {
        let client_config = Arc::new(client_config(worn_out_after(limit), &identity));
        let server_config = Arc::new(server_config(worn_out_after(limit), &identity));
        for (mut client, mut server) in pairs(&client_config, &server_config) {
            transfer(&mut *client, &mut *server, WHOLE).expect("a handshake");
            for _ in 0..50 {
                say(&mut *client, &mut *server, 10, WHOLE);
                say(&mut *server, &mut *client, 10, WHOLE);
            }
            client.close();
            server.close();
            transfer(&mut *client, &mut *server, WHOLE).expect("an end");
            assert!(client.peer_has_closed() && server.peer_has_closed());
        }
    }
}

/// Also in one call, and to the length that was said before.
#[test]
fn keys_are_renewed_as_often_as_data_needs_it() {
    let identity = identity::localhost();
    for limit in [3, 4, 10] {
        let mut client_config = client_config(worn_out_after(limit), &identity);
        let mut server_config = server_config(worn_out_after(limit), &identity);
        server_config.send_tls13_tickets = 0;
        client_config.max_fragment_size = Some(100);
        server_config.max_fragment_size = Some(16_384);
        let (client_config, server_config) = (Arc::new(client_config), Arc::new(server_config));
        for (mut client, mut server) in pairs(&client_config, &server_config) {
            transfer(&mut *client, &mut *server, WHOLE).expect("a handshake");
            for length in [0, 1, 99, 100, 101, 10_000, 2_345] {
                say(&mut *client, &mut *server, length, WHOLE);
                say(&mut *server, &mut *client, 17 * length, WHOLE);
            }
        }
    }
}

#[test]
fn several_updates_and_data_in_one_delivery() {
    let (client_config, server_config) = configs();
    for (mut client, mut server) in pairs(&client_config, &server_config) {
        connect(&mut *client, &mut *server);
        // The unbuffered ones put what waits in front of the data.
        client.write(b"old, ");
        client.update_keys();
        client.update_keys();
        client.write(b"new");
        deliver(&mut *client, &mut *server, WHOLE).expect("updates");
        assert_eq!(server.take_received(), b"old, new");
        converse(&mut *client, &mut *server, WHOLE);
    }
}

/// Also where it goes out with data.
#[test]
fn every_update_is_answered() {
    let (client_config, server_config) = configs();
    for (mut client, mut server) in pairs(&client_config, &server_config) {
        connect(&mut *client, &mut *server);
        for _ in 0..5 {
            server.update_keys();
            deliver(&mut *server, &mut *client, WHOLE).expect("an update");
            client.write(b"data");
            let mut records = Vec::new();
            client.send(&mut records);
            let record = |content: usize| 5 + content + 1 + 16;
            // The KeyUpdate of section 4.6.3, and the data.
            assert_eq!(records.len(), record(5) + record(4));
            server.receive(&records).expect("an answer and data");
            assert_eq!(server.take_received(), b"data");
        }
    }
}

/// Who follows keys that are nearly worn out has no reason to trouble the other side.
#[test]
fn keys_that_are_renewed_ask_for_no_others() {
    let identity = identity::localhost();
    let client_config = Arc::new(client_config(worn_out_after(3), &identity));
    let server_config = Arc::new(server_config(ring::default_provider(), &identity));
    for (mut client, mut server) in pairs(&client_config, &server_config) {
        transfer(&mut *client, &mut *server, WHOLE).expect("a handshake");
        let record = |content: usize| 5 + content + 1 + 16;
        let mut updates = 0;
        for _ in 0..10 {
            client.write(b"data");
            let mut records = Vec::new();
            client.send(&mut records);
            updates += usize::from(records.len() == record(5) + record(4));
            server.receive(&records).expect("data");
            assert!(!deliver(&mut *server, &mut *client, WHOLE).expect("nothing"));
        }
        assert!(updates > 1, "the keys are renewed");
    }
}

/// Before there is a connection there are no keys to follow, and nothing is sent.
#[test]
fn no_new_keys_in_the_handshake() {
    let (client_config, server_config) = configs();
    let (mut client, mut server) = (client(client_config), server(server_config));
    deliver(&mut client, &mut server, WHOLE).expect("a hello");
    let mut flight = Vec::new();
    server.send(&mut flight);
    let ends: [&mut CommonState; 2] = [&mut client.connection, &mut server.connection];
    for end in ends {
        assert_eq!(end.refresh_traffic_keys(), Err(Error::HandshakeNotComplete));
        assert!(!end.wants_write());
    }
    client.receive(&flight).expect("a flight");
    connect(&mut client, &mut server);
}
