//! Each side may have its own provider.

use std::sync::Arc;

use tls_core::HandshakeKind::{Full, Resumed};
use tls_core::crypto::{CryptoProvider, aws_lc_rs, ring};

use crate::support::wire::connect;
use crate::support::{client, client_config, identity, server, server_config};

const PROVIDERS: [fn() -> CryptoProvider; 2] =
    [aws_lc_rs::default_provider, ring::default_provider];

#[test]
fn with_each_provider_on_each_side() {
    let identity = identity::localhost();
    for client_provider in PROVIDERS {
        for server_provider in PROVIDERS {
            for suite in [0x1301, 0x1302, 0x1303] {
                let mut client_provider = client_provider();
                client_provider
                    .cipher_suites
                    .retain(|it| it.suite.0 == suite);
                let client_config = Arc::new(client_config(client_provider, &identity));
                let server_config = Arc::new(server_config(server_provider(), &identity));
                for kind in [Full, Resumed] {
                    let mut client = client(client_config.clone());
                    let mut server = server(server_config.clone());
                    let agreement = connect(&mut client, &mut server);
                    assert_eq!((agreement.cipher_suite, agreement.kind), (suite, kind));
                }
            }
        }
    }
}
