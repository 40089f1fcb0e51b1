//! New keys, asked for and by themselves.

use std::sync::Arc;

use tls_core::crypto::{CryptoProvider, Tls13CipherSuite, ring};

use crate::pairs::{configs, pairs};
use crate::support::wire::{WHOLE, connect, converse, deliver, say, transfer};
use crate::support::{client_config, identity, server_config};

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
