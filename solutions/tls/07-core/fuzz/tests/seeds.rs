//! The seeds: that they are there, that they are small, and that they lead deep.

use std::fs;

use tls_fuzz::targets::{Outcome, run_client, run_server};
use tls_fuzz::{TARGETS, seeds};

/// The most bytes that all of them may have.
const MOST: usize = 200_000;

#[test]
fn those_that_are_made_are_kept_as_they_are_made() {
    for seed in seeds::made() {
        let path = seeds::folder().join(seed.path());
        let kept = fs::read(&path).unwrap_or_default();
        assert!(
            kept == seed.input,
            "{} is another: `cargo run -p tls-fuzz --example write_seeds` writes it anew",
            path.display()
        );
    }
}

#[test]
fn every_target_has_some_and_they_are_small() {
    let mut length = 0;
    for target in TARGETS {
        let seeds = seeds::kept(target.name).expect("a folder");
        assert!(!seeds.is_empty(), "{} has no seed", target.name);
        length += seeds.iter().map(Vec::len).sum::<usize>();
    }
    assert!(length < MOST, "the seeds have {length} bytes");
}

/// What the connections of the seeds that are made come to.
fn outcomes(target: &str, run: fn(&[u8]) -> Option<Outcome>) -> Vec<(String, Outcome)> {
    let mut outcomes = Vec::new();
    for seed in seeds::made() {
        // The hellos of real clients are all that there is of their connections.
        if seed.target == target && !REAL_CLIENTS.contains(&&*seed.name) {
            let outcome = run(&seed.input).expect("a connection");
            outcomes.push((seed.name, outcome));
        }
    }
    assert!(!outcomes.is_empty());
    outcomes
}

const REAL_CLIENTS: [&str; 4] = ["openssl", "gnutls", "curl", "chromium"];

#[test]
fn the_connections_go_on_to_their_end() {
    let clients = outcomes("client", run_client);
    let servers = outcomes("server", run_server);
    for (name, outcome) in clients.iter().chain(&servers) {
        assert_eq!(outcome.error, None, "{name}");
        assert!(!outcome.is_handshaking, "{name}");
        assert!(outcome.peer_has_closed, "{name}");
        assert_eq!(outcome.received, [0xda; 200], "{name}");
    }
}

#[test]
fn the_connections_are_of_every_kind() {
    use tls_core::HandshakeKind::{Full, FullWithHelloRetryRequest, Resumed};

    for outcomes in [
        outcomes("client", run_client),
        outcomes("server", run_server),
    ] {
        let any = |is: fn(&Outcome) -> bool| outcomes.iter().any(|(_, outcome)| is(outcome));
        assert!(any(|it| it.kind == Some(Full)));
        assert!(any(|it| it.kind == Some(FullWithHelloRetryRequest)));
        assert!(any(|it| it.kind == Some(Resumed)));
        assert!(any(|it| it.suite == Some(0x1301)));
        assert!(any(|it| it.suite == Some(0x1302)));
        assert!(any(|it| it.alpn_protocol.is_some()));
        assert!(any(|it| it.certificates == 2));
    }
}
