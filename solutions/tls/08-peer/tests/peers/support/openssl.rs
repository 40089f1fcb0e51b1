//! OpenSSL's server and client.

use std::net::SocketAddr;
use std::process::Command;

use super::{Identity, Process, files};

/// OpenSSL without the configuration of this machine, which may refuse what the tests need.
fn openssl() -> Command {
    let nothing = if cfg!(windows) { "NUL" } else { "/dev/null" };
    let mut command = Command::new("openssl");
    command.env("OPENSSL_CONF", nothing);
    command
}

/// A running `openssl s_server`.
pub struct Server {
    pub process: Process,
    pub address: SocketAddr,
}

impl Server {
    /// Starts one that serves a page about the connection.
    pub fn with_page(identity: &Identity, options: &[&str]) -> Self {
        let mut all = vec!["-www"];
        all.extend(options);
        Self::start(identity, &all)
    }

    /// Starts one.
    pub fn start(identity: &Identity, options: &[&str]) -> Self {
        let mut command = openssl();
        command
            .args(["s_server", "-accept", "127.0.0.1:0", "-cert"])
            .arg(&identity.chain)
            // The whole chain: -cert alone means its first certificate.
            .arg("-cert_chain")
            .arg(&identity.chain)
            .arg("-key")
            .arg(&identity.key)
            .args(options);
        let mut process = Process::start(&mut command);
        let address =
            process.wait_for(|line| line.strip_prefix("ACCEPT ")?.parse::<SocketAddr>().ok());
        Self { process, address }
    }
}

/// An `openssl s_client`, started.
pub fn client(address: SocketAddr, options: &[&str]) -> Process {
    let mut command = openssl();
    command
        .args(["s_client", "-connect", &address.to_string(), "-CAfile"])
        .arg(&files().root)
        .args(["-verify_return_error", "-verify_hostname", "localhost"])
        .args(["-servername", "localhost"])
        .args(options);
    Process::start(&mut command)
}

/// Runs an `openssl s_client` that asks for a page and reads until the server closes.
pub fn fetch(address: SocketAddr, options: &[&str]) -> super::process::Finished {
    let mut all = vec!["-ign_eof"];
    all.extend(options);
    let mut client = client(address, &all);
    client.write(b"GET / HTTP/1.0\r\n\r\n");
    client.finish()
}
