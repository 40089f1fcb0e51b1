//! 0-RTT data of a client, which this core's servers skip.

use std::io::Write;
use std::sync::Arc;

use tls_core::HandshakeKind::{Full, FullWithHelloRetryRequest};

use crate::setup::{Rustls, Setup, rustls_client, rustls_server};
use crate::support::server;
use crate::support::wire::{connect, connect_in_pieces};

/// A client that sends early data: it has a ticket of another server of that name, which
/// takes some.
fn client_with_early_data(setup: &Setup, length: usize) -> Rustls {
    let mut client_config = setup.rustls_client();
    client_config.enable_early_data = true;
    let client_config = Arc::new(client_config);
    let mut server_config = Setup {
        rustls: rustls::crypto::aws_lc_rs::default_provider(),
        ..Setup::default()
    }
    .rustls_server();
    server_config.max_early_data_size = 1 << 20;
    server_config.cert_resolver = setup.rustls_server().cert_resolver;
    connect(
        &mut rustls_client(client_config.clone()),
        &mut rustls_server(server_config),
    );

    let mut client = rustls_client(client_config);
    let rustls::Connection::Client(connection) = &mut client.connection else {
        unreachable!("it is a client");
    };
    let mut early = connection.early_data().expect("a ticket that allows it");
    early.write_all(&vec![7; length]).expect("room");
    client
}

#[test]
fn it_is_skipped() {
    for length in [1, 1000, 60_000] {
        for piece in [1, usize::MAX] {
            let setup = Setup::default();
            let mut client = client_with_early_data(&setup, length);
            let mut server = server(setup.core_server());
            let agreement = connect_in_pieces(&mut client, &mut server, piece);
            assert_eq!(agreement.kind, Full);
        }
    }
}

#[test]
fn it_is_skipped_in_front_of_a_second_hello() {
    for length in [1, 1000, 60_000] {
        for piece in [1, usize::MAX] {
            let mut setup = Setup::default();
            setup.core.kx_groups.retain(|it| it.name().0 == 0x0018);
            let mut client = client_with_early_data(&setup, length);
            let mut server = server(setup.core_server());
            let agreement = connect_in_pieces(&mut client, &mut server, piece);
            assert_eq!(agreement.kind, FullWithHelloRetryRequest);
        }
    }
}
