//! Tickets that are of no use, and end no connection.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tls_core::HandshakeKind::{Full, Resumed};
use tls_core::pki_types::UnixTime;
use tls_core::server::ProducesTickets;
use tls_core::{ClientConfig, DefaultTimeProvider, ServerConfig, TimeProvider};

use crate::pairs::{configs, pairs};
use crate::support::peer::Peer;
use crate::support::wire::{WHOLE, connect, converse, deliver};
use crate::support::{client, server};

/// Makes tickets of this length: the session in the clear, and zeros behind it.
#[derive(Debug)]
struct Padded(usize);

impl ProducesTickets for Padded {
    fn enabled(&self) -> bool {
        true
    }

    fn lifetime(&self) -> u32 {
        60
    }

    fn encrypt(&self, plain: &[u8]) -> Option<Vec<u8>> {
        let mut ticket = vec![plain.len() as u8];
        ticket.extend_from_slice(plain);
        ticket.resize(self.0, 0);
        Some(ticket)
    }

    fn decrypt(&self, cipher: &[u8]) -> Option<Vec<u8>> {
        let (length, plain) = cipher.split_first()?;
        Some(plain.get(..usize::from(*length))?.to_vec())
    }
}

/// No client offers a ticket of more than 16 KiB, and one of nearly 64 KiB would make a
/// message that is longer than those that a connection joins.
#[test]
fn a_ticket_that_no_client_would_offer_is_not_sent() {
    for (length, second) in [
        (16_384, Resumed),
        (16_385, Full),
        (65_511, Full),
        (65_512, Full),
        (65_535, Full),
    ] {
        let (client_config, server_config) = configs();
        let mut server_config = ServerConfig::clone(&server_config);
        server_config.ticketer = Arc::new(Padded(length));
        let server_config = Arc::new(server_config);
        let kinds = [(); 2].map(|()| {
            let (mut client, mut server) =
                (client(client_config.clone()), server(server_config.clone()));
            let agreement = connect(&mut client, &mut server);
            agreement.kind
        });
        assert_eq!(kinds, [Full, second], "{length} bytes");

        let (mut client, mut server) = (client(client_config), server(server_config));
        deliver(&mut client, &mut server, WHOLE).expect("a hello");
        deliver(&mut server, &mut client, WHOLE).expect("a flight");
        deliver(&mut client, &mut server, WHOLE).expect("a Finished");
        let mut tickets = Vec::new();
        server.send(&mut tickets);
        assert_eq!(tickets.is_empty(), length > 16_384, "{length} bytes");
    }
}

/// A clock that can stop.
#[derive(Debug, Default)]
struct Clock {
    has_stopped: AtomicBool,
}

impl TimeProvider for Clock {
    fn current_time(&self) -> Option<UnixTime> {
        match self.has_stopped.load(Ordering::Relaxed) {
            true => None,
            false => DefaultTimeProvider.current_time(),
        }
    }
}

#[test]
fn without_a_time_a_client_keeps_no_ticket() {
    let (client_config, server_config) = configs();
    let clock = Arc::new(Clock::default());
    let mut client_config = ClientConfig::clone(&client_config);
    client_config.time_provider = clock.clone();
    let client_config = Arc::new(client_config);
    for (mut client, mut server) in pairs(&client_config, &server_config) {
        deliver(&mut *client, &mut *server, WHOLE).expect("a hello");
        deliver(&mut *server, &mut *client, WHOLE).expect("a flight");
        deliver(&mut *client, &mut *server, WHOLE).expect("a Finished");
        clock.has_stopped.store(true, Ordering::Relaxed);
        deliver(&mut *server, &mut *client, WHOLE).expect("tickets");
        clock.has_stopped.store(false, Ordering::Relaxed);
        converse(&mut *client, &mut *server, WHOLE);
        assert_eq!(client.agreement().kind, Full);
    }
}

#[test]
fn without_a_time_a_server_sends_no_ticket() {
    let (client_config, server_config) = configs();
    let clock = Arc::new(Clock::default());
    let mut server_config = ServerConfig::clone(&server_config);
    server_config.time_provider = clock.clone();
    let server_config = Arc::new(server_config);
    for (mut client, mut server) in pairs(&client_config, &server_config) {
        deliver(&mut *client, &mut *server, WHOLE).expect("a hello");
        deliver(&mut *server, &mut *client, WHOLE).expect("a flight");
        clock.has_stopped.store(true, Ordering::Relaxed);
        deliver(&mut *client, &mut *server, WHOLE).expect("a Finished");
        clock.has_stopped.store(false, Ordering::Relaxed);
        assert!(!deliver(&mut *server, &mut *client, WHOLE).expect("nothing"));
        converse(&mut *client, &mut *server, WHOLE);
    }
}
