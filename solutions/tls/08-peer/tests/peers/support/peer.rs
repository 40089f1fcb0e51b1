//! The program that is tested: `tls-peer`.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::process::Command;

use super::certificates::NAME;
use super::process::Finished;
use super::{Identity, Process, files};

/// The line about a connection, by its keys.
#[derive(Debug)]
pub struct Report(BTreeMap<String, String>);

impl Report {
    /// The report in a line, if there is one.
    pub fn find(line: &str) -> Option<Self> {
        let start = line.find("version=")?;
        let fields = line[start..].split_ascii_whitespace().map(|field| {
            let (key, value) = field.split_once('=').expect("key=value");
            (key.to_owned(), value.to_owned())
        });
        Some(Self(fields.collect()))
    }

    /// Fails the test unless all these fields are as expected.
    #[track_caller]
    pub fn assert(&self, expected: &[(&str, &str)]) {
        for (key, value) in expected {
            assert_eq!(self.get(key), *value, "{key} in {self:?}");
        }
    }

    #[track_caller]
    pub fn get(&self, key: &str) -> &str {
        self.0
            .get(key)
            .unwrap_or_else(|| panic!("no {key} in {self:?}"))
    }
}

/// The binary, without arguments.
pub fn tls_peer() -> Command {
    Command::new(env!("CARGO_BIN_EXE_tls-peer"))
}

/// A running `tls-peer server`.
pub struct Server {
    process: Process,
    pub address: SocketAddr,
}

impl Server {
    /// Starts one with the certificate that most tests use.
    pub fn start(options: &[&str]) -> Self {
        Self::start_as(&files().ecdsa_p256, options)
    }

    /// Starts one.
    pub fn start_as(identity: &Identity, options: &[&str]) -> Self {
        let mut command = tls_peer();
        command
            .args(["server", "127.0.0.1:0"])
            .args([&identity.chain, &identity.key])
            .args(options);
        let mut process = Process::start(&mut command);
        let address = process.wait_for(|line| {
            let address = line.strip_prefix("listening on ")?;
            Some(address.parse().unwrap())
        });
        Self { process, address }
    }

    /// The next report about a connection that went well.
    pub fn report(&mut self) -> Report {
        self.process.wait_for(Report::find)
    }

    /// The next error of a connection.
    pub fn error(&mut self) -> String {
        self.process.wait_for(|line| {
            let (_, error) = line.split_once(" error: ")?;
            Some(error.to_owned())
        })
    }
}

/// A `tls-peer client` of this server, not yet started.
pub fn client(address: SocketAddr, options: &[&str]) -> Command {
    let mut command = tls_peer();
    command
        .args(["client", &address.to_string(), NAME])
        .arg(&files().root)
        .args(options);
    command
}

/// Runs a client to its end. Returns what it has reported.
#[track_caller]
pub fn fetch(address: SocketAddr, options: &[&str]) -> Vec<Report> {
    let finished = run_client(address, options);
    finished.assert_success();
    finished.stdout().lines().filter_map(Report::find).collect()
}

/// Runs a client to its end.
pub fn run_client(address: SocketAddr, options: &[&str]) -> Finished {
    Process::start(&mut client(address, options)).finish()
}

/// The path as an argument.
pub fn argument(path: &Path) -> &str {
    path.to_str().expect("the tests' own paths are UTF-8")
}
