//! GnuTLS's server and client.

use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::Path;
use std::process::Command;

use super::certificates::NAME;
use super::process::Finished;
use super::{Identity, Process, files};

/// How often to look for a port that is still free when the server comes to it.
const TRIES: usize = 10;

/// A running `gnutls-serv`.
///
/// It cannot be told an address, and listens on all that the machine has.
pub struct Server {
    _process: Process,
    pub address: SocketAddr,
}

impl Server {
    /// Starts one that serves a page about the connection.
    pub fn start(identity: &Identity, options: &[&str], key_log: Option<&Path>) -> Self {
        (0..TRIES)
            .find_map(|_| Self::try_start(identity, options, key_log))
            .expect("a port that is free")
    }

    /// `None` if another program was faster to take the port.
    fn try_start(identity: &Identity, options: &[&str], key_log: Option<&Path>) -> Option<Self> {
        // It does not say which port it has been given, so it is told one that was free
        // a moment ago.
        let address = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
            .and_then(|listener| listener.local_addr())
            .unwrap();
        let mut command = Command::new("gnutls-serv");
        command
            .args(["--http", "--port", &address.port().to_string()])
            .arg("--x509certfile")
            .arg(&identity.chain)
            .arg("--x509keyfile")
            .arg(&identity.key)
            .args(options);
        if let Some(path) = key_log {
            command.env("SSLKEYLOGFILE", path);
        }
        let mut process = Process::start(&mut command);
        let listens = process.try_wait_for(|line| {
            let outcome = line.split_once("listening on IPv4")?.1;
            Some(outcome.ends_with("done"))
        });
        (listens == Some(true)).then_some(Self {
            _process: process,
            address,
        })
    }
}

/// A `gnutls-cli`, started.
pub fn client(address: SocketAddr, options: &[&str]) -> Process {
    let mut command = Command::new("gnutls-cli");
    command
        .arg("--x509cafile")
        .arg(&files().root)
        .args(["--sni-hostname", NAME, "--verify-hostname", NAME])
        .args(["--port", &address.port().to_string()])
        .args(options)
        .arg(address.ip().to_string());
    Process::start(&mut command)
}

/// Runs a `gnutls-cli` that asks for a page and reads until the server closes.
pub fn fetch(address: SocketAddr, options: &[&str]) -> Finished {
    let mut client = client(address, options);
    client.write(b"GET / HTTP/1.0\r\n\r\n");
    client.finish()
}
