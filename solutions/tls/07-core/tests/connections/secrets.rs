//! Who is given the secrets of a connection.

use std::sync::{Arc, Mutex};

use tls_core::{ClientConfig, KeyLog, ServerConfig};

use crate::pairs::configs;
use crate::support::wire::connect;
use crate::support::{client, server};

/// A log that wants the secrets with these labels.
#[derive(Debug)]
struct Picky {
    wanted: &'static [&'static str],
    logged: Mutex<Vec<String>>,
}

impl KeyLog for Picky {
    fn will_log(&self, label: &str) -> bool {
        self.wanted.contains(&label)
    }

    fn log(&self, label: &str, _client_random: &[u8; 32], _secret: &[u8]) {
        self.logged.lock().expect("no panic").push(label.to_owned());
    }
}

#[test]
fn a_log_is_given_what_it_wants() {
    const SOME: &[&str] = &["SERVER_HANDSHAKE_TRAFFIC_SECRET", "EXPORTER_SECRET"];
    for wanted in [&[][..], SOME] {
        let logs = [(); 2].map(|()| {
            Arc::new(Picky {
                wanted,
                logged: Mutex::default(),
            })
        });
        let (client_config, server_config) = configs();
        let mut client_config = ClientConfig::clone(&client_config);
        client_config.key_log = logs[0].clone();
        let mut server_config = ServerConfig::clone(&server_config);
        server_config.key_log = logs[1].clone();
        connect(&mut client(client_config), &mut server(server_config));
        for log in logs {
            assert_eq!(*log.logged.lock().expect("no panic"), wanted);
        }
    }
}
