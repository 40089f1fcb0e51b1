//! `close_notify`, in a handshake and after it.

use crate::setup::{Setup, rustls_client};
use crate::support::peer::Peer;
use crate::support::server;
use crate::support::wire::{WHOLE, connect, deliver, say, transfer};

#[test]
fn each_direction_closes_for_itself() {
    for (mut client, mut server) in Setup::default().both_roles() {
        connect(&mut *client, &mut *server);
        client.write(b"the last words");
        client.close();
        transfer(&mut *client, &mut *server, WHOLE).expect("an end");
        assert!(server.peer_has_closed() && !client.peer_has_closed());
        assert_eq!(server.take_received(), b"the last words");

        say(&mut *server, &mut *client, 1000, WHOLE);
        server.close();
        transfer(&mut *client, &mut *server, WHOLE).expect("an end");
        assert!(client.peer_has_closed());
    }
}

#[test]
fn a_server_that_closes_with_its_first_flight() {
    for (mut client, mut server) in Setup::default().both_roles() {
        deliver(&mut *client, &mut *server, WHOLE).expect("a hello");
        server.close();
        deliver(&mut *server, &mut *client, WHOLE).expect("a flight and an end");
        assert!(client.peer_has_closed());
    }
}

#[test]
fn a_client_that_closes_behind_its_hello() {
    // Not the other way round: rustls takes this for an error.
    let setup = Setup::default();
    let (mut theirs, mut ours) = (
        rustls_client(setup.rustls_client()),
        server(setup.core_server()),
    );
    theirs.close();
    deliver(&mut theirs, &mut ours, WHOLE).expect("a hello and an end");
    assert!(ours.peer_has_closed() && ours.is_handshaking());
}
