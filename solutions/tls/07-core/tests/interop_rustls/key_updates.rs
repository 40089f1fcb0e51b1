//! New keys during a connection.

use crate::setup::{Setup, rustls_server};
use crate::support::client;
use crate::support::peer::Peer;
use crate::support::wire::{WHOLE, connect, converse, deliver, say, transfer};

#[test]
fn asked_for_by_either_side() {
    for (mut client, mut server) in Setup::default().both_roles() {
        connect(&mut *client, &mut *server);
        for _ in 0..3 {
            client.update_keys();
            converse(&mut *client, &mut *server, WHOLE);
            server.update_keys();
            converse(&mut *client, &mut *server, WHOLE);
        }
    }
}

#[test]
fn answered_at_once_and_by_one_record() {
    let setup = Setup::default();
    let mut ours = client(setup.core_client());
    let mut theirs = rustls_server(setup.rustls_server());
    connect(&mut ours, &mut theirs);
    for _ in 0..3 {
        theirs.update_keys();
    }
    deliver(&mut theirs, &mut ours, WHOLE).expect("updates");
    let mut answer = Vec::new();
    ours.send(&mut answer);
    // The header, a KeyUpdate, its type and the tag.
    assert_eq!(answer.len(), 5 + 5 + 1 + 16);
    theirs.receive(&answer).expect("an update");
    converse(&mut ours, &mut theirs, WHOLE);
}

#[test]
fn asked_for_by_both_at_once() {
    for (mut client, mut server) in Setup::default().both_roles() {
        connect(&mut *client, &mut *server);
        client.update_keys();
        server.update_keys();
        converse(&mut *client, &mut *server, WHOLE);
    }
}

#[test]
fn asked_for_often_before_an_answer() {
    for (mut client, mut server) in Setup::default().both_roles() {
        connect(&mut *client, &mut *server);
        for _ in 0..5 {
            client.update_keys();
        }
        transfer(&mut *client, &mut *server, WHOLE).expect("updates");
        converse(&mut *client, &mut *server, WHOLE);
    }
}

#[test]
fn by_itself_before_the_keys_are_worn_out() {
    let mut setup = Setup::default();
    // Eight records to a key, of which two are kept for the update and an alert.
    for suite in &mut setup.core.cipher_suites {
        *suite = Box::leak(Box::new(tls_core::crypto::Tls13CipherSuite {
            confidentiality_limit: 8,
            ..**suite
        }));
    }
    for (mut client, mut server) in setup.both_roles() {
        connect(&mut *client, &mut *server);
        for _ in 0..100 {
            say(&mut *client, &mut *server, 10, WHOLE);
            say(&mut *server, &mut *client, 10, WHOLE);
        }
    }
}
