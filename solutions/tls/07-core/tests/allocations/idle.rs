//! What a connection holds while it waits.

use std::sync::Arc;

use allocation_counter::measure;
use tls_core::crypto::aws_lc_rs;
use tls_core::{ClientConfig, ServerConfig};

use crate::support::identity;
use crate::support::peer::Peer;
use crate::support::wire::{WHOLE, transfer};
use crate::support::{client, client_config, server, server_config};
use crate::support::{unbuffered_client, unbuffered_server};

/// In bytes, the certificates of the peer included.
const MOST: i64 = 2048;

/// How large a connection is, with what is freed with it.
fn held<C>(connection: C) -> i64 {
    let size = size_of::<C>() as i64;
    size - measure(|| drop(connection)).bytes_current
}

/// Asserts that it is not larger.
fn assert_holds<C>(connection: C, most: i64) {
    let held = held(connection);
    assert!(held <= most, "{held} bytes");
}

/// They outlive the connections, so that what is theirs does not count.
fn configs(tickets: usize) -> (Arc<ClientConfig>, Arc<ServerConfig>) {
    let identity = identity::localhost();
    let client = client_config(aws_lc_rs::default_provider(), &identity);
    let mut server = server_config(aws_lc_rs::default_provider(), &identity);
    server.send_tls13_tickets = tickets;
    (Arc::new(client), Arc::new(server))
}

fn shake_hands(client: &mut dyn Peer, server: &mut dyn Peer) {
    transfer(client, server, WHOLE).expect("a handshake");
}

fn exchange(client: &mut dyn Peer, server: &mut dyn Peer) {
    client.write(&[1; 100]);
    transfer(client, server, WHOLE).expect("a request");
    server.write(&[2; 1 << 14]);
    transfer(client, server, WHOLE).expect("a response");
    assert_eq!(server.take_received().len(), 100);
    assert_eq!(client.take_received().len(), 1 << 14);
}

#[test]
fn nothing_stays_of_the_handshakes_buffers() {
    for tickets in [0, 2] {
        let (client_config, server_config) = configs(tickets);
        let mut client = client(client_config.clone());
        let mut server = server(server_config.clone());
        shake_hands(&mut client, &mut server);
        assert_holds(client.connection, MOST);
        assert_holds(server.connection, MOST);
    }
}

#[test]
fn nothing_stays_in_the_callers_buffers() {
    for tickets in [0, 2] {
        let (client_config, server_config) = configs(tickets);
        let mut client = unbuffered_client(client_config.clone());
        let mut server = unbuffered_server(server_config.clone());
        shake_hands(&mut client, &mut server);
        exchange(&mut client, &mut server);
        assert_holds(client.connection, MOST);
        assert_holds(server.connection, MOST);
    }
}

#[test]
fn the_receive_buffer_stays_and_no_more_comes() {
    /// What it begins with: room for a request.
    const OF_SERVER: i64 = 4096;
    /// Twice as much as a response takes: room for the next record behind it.
    const OF_CLIENT: i64 = 1 << 15;

    for tickets in [0, 2] {
        let held = [1, 2, 3].map(|times| {
            let (client_config, server_config) = configs(tickets);
            let mut client = client(client_config.clone());
            let mut server = server(server_config.clone());
            shake_hands(&mut client, &mut server);
            for _ in 0..times {
                exchange(&mut client, &mut server);
            }
            assert_holds(client.connection, MOST + OF_CLIENT);
            held(server.connection)
        });
        assert_eq!(held, [held[0]; 3]);
        assert!(held[0] <= MOST + OF_SERVER, "{held:?} bytes");
    }
}

#[test]
fn nothing_stays_where_no_data_was_sent() {
    let (client_config, server_config) = configs(0);
    let mut client = client(client_config.clone());
    let mut server = server(server_config.clone());
    shake_hands(&mut client, &mut server);
    for _ in 0..3 {
        client.update_keys();
        transfer(&mut client, &mut server, WHOLE).expect("an update and its answer");
    }
    assert_holds(client.connection, MOST);
    assert_holds(server.connection, MOST);
}

#[test]
fn buffers_can_be_given_back() {
    let (client_config, server_config) = configs(2);
    let mut client = client(client_config.clone());
    let mut server = server(server_config.clone());
    shake_hands(&mut client, &mut server);
    exchange(&mut client, &mut server);
    client.connection.release_buffers();
    server.connection.release_buffers();
    assert_holds(client.connection, MOST);
    assert_holds(server.connection, MOST);
}
