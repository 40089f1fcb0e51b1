//! Sessions of this core, sealed and kept, and how they grow old.

use core::sync::atomic::{AtomicU64, Ordering};
use core::time::Duration;
use std::sync::Arc;

use tls_core::HandshakeKind::{Full, Resumed};
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

/// A clock that tests set.
#[derive(Debug, Default)]
struct Clock(AtomicU64);

impl TimeProvider for Clock {
    fn current_time(&self) -> Option<UnixTime> {
        let seconds = self.0.load(Ordering::Relaxed);
        Some(UnixTime::since_unix_epoch(Duration::from_secs(seconds)))
    }
}

#[test]
fn a_ticket_grows_old_for_either_side() {
    for (lifetime, client_waits, server_waits, kind) in [
        // For the client, for the server, and for neither yet.
        (50, 50, 0, Full),
        (50, 0, 50, Full),
        (50, 49, 49, Resumed),
        // Too far apart: it may be the copy of an earlier hello.
        (100, 0, 61, Full),
        (100, 0, 60, Resumed),
    ] {
        let now = DefaultTimeProvider
            .current_time()
            .expect("a time")
            .as_secs();
        let (client_clock, server_clock) =
            (Arc::new(Clock(now.into())), Arc::new(Clock(now.into())));
        let (client_config, server_config) = configs();
        let mut client_config = ClientConfig::clone(&client_config);
        client_config.time_provider = client_clock.clone();
        let mut server_config = ServerConfig::clone(&server_config);
        server_config.time_provider = server_clock.clone();
        let provider = server_config.crypto_provider().clone();
        server_config.ticketer =
            TicketRotator::with_lifetime(&provider, server_clock.clone(), lifetime).expect("a key");
        let (client_config, server_config) = (Arc::new(client_config), Arc::new(server_config));
        connect(
            &mut client(client_config.clone()),
            &mut server(server_config.clone()),
        );
        client_clock.0.store(now + client_waits, Ordering::Relaxed);
        server_clock.0.store(now + server_waits, Ordering::Relaxed);
        let agreement = connect(&mut client(client_config), &mut server(server_config));
        assert_eq!(
            agreement.kind, kind,
            "after {client_waits} and {server_waits} seconds"
        );
    }
}
