//! It makes no difference how the bytes arrive, nor in whose buffer.

use std::sync::Arc;

use tls_core::client::Resumption;
use tls_core::{ClientConfig, ServerConfig};

use crate::pairs::{configs, pairs};
use crate::support::peer::Peer;
use crate::support::wire::{WHOLE, connect, connect_in_pieces, say, transfer};
use crate::support::{unbuffered_client, unbuffered_server};

#[test]
fn buffered_and_unbuffered_in_pieces() {
    let (client_config, server_config) = configs();
    for piece in [WHOLE, 1, 2, 5, 6, 100] {
        for (mut client, mut server) in pairs(&client_config, &server_config) {
            connect_in_pieces(&mut *client, &mut *server, piece);
        }
    }
}

#[test]
fn data_stays_in_the_callers_buffer() {
    let (client_config, server_config) = configs();
    let mut client = unbuffered_client(client_config);
    let mut server = unbuffered_server(server_config);
    connect(&mut client, &mut server);
    client.write(b"one");
    client.write(b"two");
    let mut wire = Vec::new();
    client.send(&mut wire);
    wire.extend_from_slice(b"\x17\x03\x03");

    let place = wire.as_ptr_range();
    let length = wire.len();
    let mut lent = Vec::new();
    let mut sink = |data| lent.push(data);
    let status = server.connection.process_tls_records(&mut wire, &mut sink);
    assert_eq!(status.state, Ok(()));
    // All but the header that is not complete.
    assert_eq!(status.discard, length - 3);
    // The call is over, and the data is still there.
    assert_eq!(lent, [b"one", b"two"]);
    for data in lent {
        let data = data.as_ptr_range();
        assert!(place.start <= data.start && data.end <= place.end);
    }
}

#[test]
fn data_in_front_of_a_failure_is_not_lost() {
    let (client_config, server_config) = configs();
    for (mut client, mut server) in pairs(&client_config, &server_config) {
        connect(&mut *client, &mut *server);
        client.write(b"good");
        client.write(b"bad");
        let mut wire = Vec::new();
        client.send(&mut wire);
        *wire.last_mut().expect("a record") ^= 1;
        server.receive(&wire).expect_err("not authentic");
        assert_eq!(server.take_received(), b"good");
    }
}

#[test]
fn every_split_of_a_flight_buffered_and_not() {
    let (client_config, server_config) = configs();
    let mut client_config = ClientConfig::clone(&client_config);
    // A flight with certificates, each time.
    client_config.resumption = Resumption::disabled();
    let client_config = Arc::new(client_config);
    // Both buffered, and both unbuffered.
    for number in [0, 3] {
        for at in 1.. {
            let pair = pairs(&client_config, &server_config).nth(number);
            let (mut client, mut server) = pair.expect("four pairs");
            let mut is_longer = false;
            while client.is_handshaking() || server.is_handshaking() {
                for from_client in [true, false] {
                    let (from, to) = match from_client {
                        true => (&mut client, &mut server),
                        false => (&mut server, &mut client),
                    };
                    let mut flight = Vec::new();
                    from.send(&mut flight);
                    is_longer |= flight.len() > at;
                    let (front, back) = flight.split_at(at.min(flight.len()));
                    to.receive(front).expect("the front");
                    to.receive(back).expect("the back");
                }
            }
            assert_eq!(client.agreement(), server.agreement());
            if !is_longer {
                assert!(at > 500, "a flight has a few hundred bytes, not {at}");
                break;
            }
        }
    }
}

#[test]
fn the_smallest_records_byte_by_byte() {
    let (client_config, server_config) = configs();
    let mut client_config = ClientConfig::clone(&client_config);
    client_config.max_fragment_size = Some(1);
    let mut server_config = ServerConfig::clone(&server_config);
    server_config.max_fragment_size = Some(1);
    for (mut client, mut server) in pairs(&Arc::new(client_config), &Arc::new(server_config)) {
        transfer(&mut *client, &mut *server, 1).expect("a handshake");
        assert_eq!(client.agreement(), server.agreement());
        say(&mut *client, &mut *server, 300, 1);
        say(&mut *server, &mut *client, 300, 1);
    }
}
