//! Sessions that go on in another connection.

use std::sync::Arc;

use tls_core::DefaultTimeProvider;
use tls_core::HandshakeKind::{self, Full, Resumed, ResumedWithHelloRetryRequest};
use tls_core::client::Resumption;
use tls_core::server::{NoServerSessionStorage, TicketRotator};

use crate::setup::{Setup, rustls_client, rustls_server};
use crate::support::identity;
use crate::support::peer::Peer;
use crate::support::wire::{WHOLE, connect, converse, transfer};
use crate::support::{client, server};

fn ticketer(setup: &Setup) -> Arc<TicketRotator> {
    TicketRotator::new(&setup.core, Arc::new(DefaultTimeProvider)).expect("a key")
}

#[test]
fn with_tickets_and_with_a_cache() {
    for tickets in [true, false] {
        let setup = Setup::default();
        let ours = Arc::new(setup.core_client());
        let mut theirs = setup.rustls_server();
        if tickets {
            theirs.ticketer = rustls::crypto::aws_lc_rs::Ticketer::new().expect("a key");
        }
        let theirs = Arc::new(theirs);
        for kind in [Full, Resumed, Resumed] {
            let (mut ours, mut theirs) = (client(ours.clone()), rustls_server(theirs.clone()));
            assert_eq!(connect(&mut ours, &mut theirs).kind, kind);
        }

        let theirs = Arc::new(setup.rustls_client());
        let mut ours = setup.core_server();
        if tickets {
            ours.ticketer = ticketer(&setup);
            ours.session_storage = Arc::new(NoServerSessionStorage);
        }
        let ours = Arc::new(ours);
        for kind in [Full, Resumed, Resumed] {
            let (mut theirs, mut ours) = (rustls_client(theirs.clone()), server(ours.clone()));
            assert_eq!(connect(&mut theirs, &mut ours).kind, kind);
        }
    }
}

#[test]
fn with_every_suite() {
    for suite in [0x1301, 0x1302, 0x1303] {
        let mut setup = Setup::default();
        setup.core.cipher_suites.retain(|it| it.suite.0 == suite);
        let (ours, theirs) = (
            Arc::new(setup.core_client()),
            Arc::new(setup.rustls_server()),
        );
        for kind in [Full, Resumed] {
            let (mut ours, mut theirs) = (client(ours.clone()), rustls_server(theirs.clone()));
            assert_eq!(connect(&mut ours, &mut theirs).kind, kind);
        }
        let (theirs, ours) = (
            Arc::new(setup.rustls_client()),
            Arc::new(setup.core_server()),
        );
        for kind in [Full, Resumed] {
            let (mut theirs, mut ours) = (rustls_client(theirs.clone()), server(ours.clone()));
            assert_eq!(connect(&mut theirs, &mut ours).kind, kind);
        }
    }
}

#[test]
fn not_when_either_side_does_not_want_to() {
    let setup = Setup::default();
    let mut ours = setup.core_client();
    ours.resumption = Resumption::disabled();
    let (ours, theirs) = (Arc::new(ours), Arc::new(setup.rustls_server()));
    for _ in 0..2 {
        let (mut ours, mut theirs) = (client(ours.clone()), rustls_server(theirs.clone()));
        assert_eq!(connect(&mut ours, &mut theirs).kind, Full);
    }

    let mut ours = setup.core_server();
    ours.send_tls13_tickets = 0;
    let (theirs, ours) = (Arc::new(setup.rustls_client()), Arc::new(ours));
    for _ in 0..2 {
        let (mut theirs, mut ours) = (rustls_client(theirs.clone()), server(ours.clone()));
        assert_eq!(connect(&mut theirs, &mut ours).kind, Full);
    }
}

#[test]
fn the_certificates_of_the_first_connection_stay() {
    let setup = Setup::mutual(identity::localhost);
    let clients_chain = &setup.client.as_ref().expect("a client").chain;
    let (ours, theirs) = (
        Arc::new(setup.core_client()),
        Arc::new(setup.rustls_server()),
    );
    for kind in [Full, Resumed] {
        let (mut ours, mut theirs) = (client(ours.clone()), rustls_server(theirs.clone()));
        assert_eq!(connect(&mut ours, &mut theirs).kind, kind);
        assert_eq!(ours.peer_certificates(), [setup.server.chain[0].to_vec()]);
        assert_eq!(theirs.peer_certificates(), [clients_chain[0].to_vec()]);
    }
    for tickets in [true, false] {
        let mut ours = setup.core_server();
        if tickets {
            ours.ticketer = ticketer(&setup);
        }
        let (theirs, ours) = (Arc::new(setup.rustls_client()), Arc::new(ours));
        for kind in [Full, Resumed] {
            let (mut theirs, mut ours) = (rustls_client(theirs.clone()), server(ours.clone()));
            assert_eq!(connect(&mut theirs, &mut ours).kind, kind);
            assert_eq!(ours.peer_certificates(), [clients_chain[0].to_vec()]);
        }
    }
}

/// Two servers that share their tickets, of which the second wants another group.
#[test]
fn with_a_hello_retry_request() {
    let first = Setup::default();
    let second = |setup: &Setup| {
        let mut second = Setup {
            server: identity::localhost(),
            ..Setup::default()
        };
        second.server.chain = setup.server.chain.clone();
        second.server.key = setup.server.key.clone_key();
        second.core.kx_groups.retain(|it| it.name().0 == 0x0018);
        second
            .rustls
            .kx_groups
            .retain(|it| u16::from(it.name()) == 0x0018);
        second
    };
    let second = second(&first);

    let ticketer = rustls::crypto::aws_lc_rs::Ticketer::new().expect("a key");
    let ours = Arc::new(first.core_client());
    let connections = [
        (&first, [Full, Full], 0x11ec),
        // That there was a HelloRetryRequest, rustls 0.23 does not tell.
        (&second, [ResumedWithHelloRetryRequest, Resumed], 0x0018),
    ];
    for (setup, kinds, group) in connections {
        let mut theirs = setup.rustls_server();
        theirs.ticketer = ticketer.clone();
        let (mut ours, mut theirs) = (client(ours.clone()), rustls_server(theirs));
        transfer(&mut ours, &mut theirs, WHOLE).expect("a handshake");
        let agreements = [ours.agreement(), theirs.agreement()];
        assert_eq!(agreements.each_ref().map(|it| it.kind), kinds);
        assert_eq!(agreements.each_ref().map(|it| it.group), [group; 2]);
        converse(&mut ours, &mut theirs, WHOLE);
    }

    let ticketer = self::ticketer(&first);
    let theirs = Arc::new(first.rustls_client());
    for (setup, kinds, group) in connections {
        let mut ours = setup.core_server();
        ours.ticketer = ticketer.clone();
        let (mut theirs, mut ours) = (rustls_client(theirs.clone()), server(ours));
        transfer(&mut theirs, &mut ours, WHOLE).expect("a handshake");
        let agreements = [ours.agreement(), theirs.agreement()];
        assert_eq!(agreements.each_ref().map(|it| it.kind), kinds);
        assert_eq!(agreements.each_ref().map(|it| it.group), [group; 2]);
        converse(&mut theirs, &mut ours, WHOLE);
    }
}

/// What becomes of a hello that comes twice.
fn same_hello_again(setup: &Setup, config: tls_core::ServerConfig) -> [Option<HandshakeKind>; 2] {
    let (theirs, ours) = (Arc::new(setup.rustls_client()), Arc::new(config));
    connect(
        &mut rustls_client(theirs.clone()),
        &mut server(ours.clone()),
    );
    let mut hello = Vec::new();
    rustls_client(theirs).send(&mut hello);
    [(); 2].map(|()| {
        let mut ours = server(ours.clone());
        ours.receive(&hello).expect("a hello");
        ours.connection.handshake_kind()
    })
}

#[test]
fn a_session_that_is_kept_goes_on_once() {
    let setup = Setup::default();
    let config = setup.core_server();
    let kinds = same_hello_again(&setup, config);
    assert_eq!(kinds, [Some(Resumed), Some(Full)]);
}

#[test]
fn a_sealed_ticket_can_be_used_again() {
    let setup = Setup::default();
    let mut config = setup.core_server();
    config.ticketer = ticketer(&setup);
    let kinds = same_hello_again(&setup, config);
    assert_eq!(kinds, [Some(Resumed), Some(Resumed)]);
}
