//! The name of the host that a client tells its server.

use std::sync::Arc;

use tls_core::ClientConfig;

use crate::pairs::configs;
use crate::support::wire::connect;
use crate::support::{LOCALHOST, client, server, unbuffered_server};

#[test]
fn a_server_knows_the_name_or_there_is_none() {
    for enable_sni in [true, false] {
        let (client_config, server_config) = configs();
        let mut client_config = ClientConfig::clone(&client_config);
        client_config.enable_sni = enable_sni;
        let client_config = Arc::new(client_config);
        let expected = enable_sni.then_some(LOCALHOST);

        let mut buffered = server(server_config.clone());
        connect(&mut client(client_config.clone()), &mut buffered);
        assert_eq!(buffered.connection.server_name(), expected);

        let mut unbuffered = unbuffered_server(server_config);
        assert_eq!(unbuffered.connection.server_name(), None);
        connect(&mut client(client_config), &mut unbuffered);
        assert_eq!(unbuffered.connection.server_name(), expected);
    }
}
