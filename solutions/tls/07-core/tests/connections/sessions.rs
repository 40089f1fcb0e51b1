//! Sessions of this core, sealed and kept, and how they grow old.

use core::sync::atomic::{AtomicU64, Ordering};
use core::time::Duration;
use std::sync::Arc;

use tls_core::HandshakeKind::{self, Full, Resumed};
use tls_core::pki_types::UnixTime;
use tls_core::server::{NoServerSessionStorage, TicketRotator};
use tls_core::{ClientConfig, DefaultTimeProvider, ServerConfig, TimeProvider};

use crate::pairs::{configs, pairs};
use crate::support::wire::connect;
use crate::support::{client, server};

#[test]
fn sessions_of_both_kinds() {
    for tickets in [true, false] {
        let (client_config, server_config) = configs();
        let mut server_config = ServerConfig::clone(&server_config);
        if tickets {
            let provider = server_config.crypto_provider().clone();
            server_config.ticketer =
                TicketRotator::new(&provider, Arc::new(DefaultTimeProvider)).expect("a key");
            server_config.session_storage = Arc::new(NoServerSessionStorage);
        }
        let server_config = Arc::new(server_config);
        let mut kinds = Vec::new();
        for (mut client, mut server) in pairs(&client_config, &server_config) {
            kinds.push(connect(&mut *client, &mut *server).kind);
        }
        assert_eq!(kinds, [Full, Resumed, Resumed, Resumed]);
    }
}

#[test]
fn a_server_that_sends_no_tickets_honours_those_of_another() {
    for tickets in [true, false] {
        let (client_config, server_config) = configs();
        let mut sends = ServerConfig::clone(&server_config);
        if tickets {
            let provider = sends.crypto_provider().clone();
            sends.ticketer =
                TicketRotator::new(&provider, Arc::new(DefaultTimeProvider)).expect("a key");
        }
        sends.send_tls13_tickets = 1;
        // A clone has the same ticketer and the same storage.
        let mut sends_none = sends.clone();
        sends_none.send_tls13_tickets = 0;
        let (sends, sends_none) = (Arc::new(sends), Arc::new(sends_none));
        let kinds = [&sends, &sends_none, &sends_none].map(|server_config| {
            let (mut client, mut server) =
                (client(client_config.clone()), server(server_config.clone()));
            connect(&mut client, &mut server).kind
        });
        assert_eq!(kinds, [Full, Resumed, Full]);
    }
}

/// A clock that tests set.
#[derive(Debug, Default)]
struct Clock(AtomicU64);

impl TimeProvider for Clock {
    fn current_time(&self) -> Option<UnixTime> {
        let seconds = self.0.load(Ordering::Relaxed);
        Some(UnixTime::since_unix_epoch(Duration::from_secs(seconds)))
    }
}

/// What both sides of a test share: their clocks, and tickets that are valid for so long.
struct Aging {
    client_clock: Arc<Clock>,
    server_clock: Arc<Clock>,
    client_config: Arc<ClientConfig>,
    server_config: Arc<ServerConfig>,
    start: u64,
}

impl Aging {
    fn new(lifetime: u32) -> Self {
        let now = DefaultTimeProvider.current_time().expect("a time");
        let start = now.as_secs();
        let (client_clock, server_clock) =
            (Arc::new(Clock(start.into())), Arc::new(Clock(start.into())));
        let (client_config, server_config) = configs();
        let mut client_config = ClientConfig::clone(&client_config);
        client_config.time_provider = client_clock.clone();
        let mut server_config = ServerConfig::clone(&server_config);
        server_config.time_provider = server_clock.clone();
        let provider = server_config.crypto_provider().clone();
        server_config.ticketer =
            TicketRotator::with_lifetime(&provider, server_clock.clone(), lifetime).expect("a key");
        Self {
            client_clock,
            server_clock,
            client_config: Arc::new(client_config),
            server_config: Arc::new(server_config),
            start,
        }
    }

    /// Connects when so many seconds have passed for the client and for the server.
    fn connect_after(&self, client: u64, server: u64) -> HandshakeKind {
        self.client_clock
            .0
            .store(self.start + client, Ordering::Relaxed);
        self.server_clock
            .0
            .store(self.start + server, Ordering::Relaxed);
        let mut client = self::client(self.client_config.clone());
        let mut server = self::server(self.server_config.clone());
        connect(&mut client, &mut server).kind
    }
}

#[test]
fn a_ticket_grows_old_for_either_side() {
    for (lifetime, client_waits, server_waits, kind) in [
        // For the client, for the server, and for neither yet.
        (50, 50, 0, Full),
        (50, 0, 50, Full),
        (50, 49, 49, Resumed),
        // They need not see it alike.
        (1000, 0, 999, Resumed),
        (1000, 999, 0, Resumed),
    ] {
        let aging = Aging::new(lifetime);
        assert_eq!(aging.connect_after(0, 0), Full);
        assert_eq!(
            aging.connect_after(client_waits, server_waits),
            kind,
            "after {client_waits} and {server_waits} seconds"
        );
    }
}

/// A session that goes on from another stands for the same certificates, and ends with it
/// (RFC 8446, section 4.6.1).
#[test]
fn sessions_do_not_go_on_for_ever() {
    const DAY: u64 = 24 * 60 * 60;
    for (client_ages, server_ages) in [(1, 0), (0, 1), (1, 1)] {
        let aging = Aging::new(7 * DAY as u32);
        let days = [0, 3, 6, 8, 14, 16];
        let kinds =
            days.map(|day| aging.connect_after(client_ages * day * DAY, server_ages * day * DAY));
        assert_eq!(kinds, [Full, Resumed, Resumed, Full, Resumed, Full]);
    }
}
