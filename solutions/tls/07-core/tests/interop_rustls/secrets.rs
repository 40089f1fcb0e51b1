//! Both sides have the same secrets, and log them under the same names.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use crate::setup::{Setup, rustls_client, rustls_server};
use crate::support::wire::connect;
use crate::support::{client, server};

/// What was logged: the client's random and the secret, by label.
type Log = BTreeMap<String, (Vec<u8>, Vec<u8>)>;

#[derive(Debug, Default)]
struct Collected(Mutex<Log>);

impl Collected {
    fn add(&self, label: &str, random: &[u8], secret: &[u8]) {
        // rustls logs it with every resumption, also if there is no early data.
        if label == "CLIENT_EARLY_TRAFFIC_SECRET" {
            return;
        }
        let entry = (random.to_vec(), secret.to_vec());
        let before = self.0.lock().expect("no panic").insert(label.into(), entry);
        assert_eq!(before, None, "{label} was logged twice");
    }

    fn take(&self) -> Log {
        core::mem::take(&mut self.0.lock().expect("no panic"))
    }
}

impl tls_core::KeyLog for Collected {
    fn log(&self, label: &str, client_random: &[u8; 32], secret: &[u8]) {
        self.add(label, client_random, secret);
    }
}

impl rustls::KeyLog for Collected {
    fn log(&self, label: &str, client_random: &[u8], secret: &[u8]) {
        self.add(label, client_random, secret);
    }
}

#[test]
fn the_key_logs_are_equal() {
    let setup = Setup::default();
    let (ours, theirs) = (
        Arc::new(Collected::default()),
        Arc::new(Collected::default()),
    );

    let mut client_config = setup.core_client();
    client_config.key_log = ours.clone();
    let mut server_config = setup.rustls_server();
    server_config.key_log = theirs.clone();
    let (client_config, server_config) = (Arc::new(client_config), Arc::new(server_config));
    // In full, and then resumed.
    for _ in 0..2 {
        connect(
            &mut client(client_config.clone()),
            &mut rustls_server(server_config.clone()),
        );
        let log = ours.take();
        assert_eq!(log.len(), 5);
        assert_eq!(log, theirs.take());
    }

    let mut client_config = setup.rustls_client();
    client_config.key_log = theirs.clone();
    let mut server_config = setup.core_server();
    server_config.key_log = ours.clone();
    let (client_config, server_config) = (Arc::new(client_config), Arc::new(server_config));
    for _ in 0..2 {
        connect(
            &mut rustls_client(client_config.clone()),
            &mut server(server_config.clone()),
        );
        let log = ours.take();
        assert_eq!(log.len(), 5);
        assert_eq!(log, theirs.take());
    }
}
