//! The command line: every option, and what `--help` says about it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use tls_core::pki_types::ServerName;

/// What `--help` says below the commands.
const AFTER_HELP: &str = "\
Examples:
  tls-peer server 127.0.0.1:4433 chain.pem key.pem
  tls-peer client 127.0.0.1:4433 localhost ca.pem --resume

Exit codes: 0 all went well, 1 the connection failed, 2 the command was used in a wrong
way: an option, a file or an address that is of no use.";

/// What `tls-peer server --help` says below the options.
const AFTER_SERVER_HELP: &str = "\
A request that begins with GET is answered with a page and the end of the connection.
Everything else is echoed, each record as one record.

On stdout there is one line, as soon as clients can connect:
  listening on 127.0.0.1:4433

On stderr there is one line for each connection that has ended:
  127.0.0.1:50000 version=TLSv1.3 suite=TLS13_AES_128_GCM_SHA256 group=x25519 resumed=no
  hello_retry=no alpn=- peer_certificate=no received=18
or, if it failed:
  127.0.0.1:50000 error: why

A failed connection gets its alert, and the server goes on.

Examples:
  tls-peer server 127.0.0.1:0 chain.pem key.pem --bytes 1000000
  tls-peer server 127.0.0.1:4433 chain.pem key.pem --auth ca.pem --auth-required
  curl --cacert ca.pem https://localhost:4433/";

/// What `tls-peer client --help` says below the options.
const AFTER_CLIENT_HELP: &str = "\
The client sends `GET / HTTP/1.0`, reads until the server closes, and prints one line on
stdout:
  version=TLSv1.3 suite=TLS13_AES_128_GCM_SHA256 group=x25519 resumed=no hello_retry=no
  alpn=- peer_certificate=yes received=18

`received` counts the bytes of the answer with its header. A server that sends the
request back unchanged is an echo, and then it is the client that closes.

Examples:
  tls-peer client 127.0.0.1:4433 localhost ca.pem
  tls-peer client [::1]:4433 example.org ca.pem --cert me.pem --key me.key --alpn http/1.0";

/// A TLS client and server, to try the TLS core out against other programs
#[derive(Debug, Parser)]
#[command(name = "tls-peer", after_help = AFTER_HELP)]
pub struct Cli {
    /// What to be.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve connections until stopped: pages for GET, an echo for everything else
    Server(ServerArguments),
    /// Fetch a page, and say what was agreed upon on the way
    Client(ClientArguments),
}

/// `tls-peer server`
#[derive(Debug, Args)]
#[command(after_help = AFTER_SERVER_HELP)]
pub struct ServerArguments {
    /// Where to listen, as HOST:PORT; with port 0 on any port that is free
    #[arg(value_name = "ADDR")]
    pub address: String,
    /// The server's certificate, and those that lead from it to a root
    #[arg(value_name = "CHAIN.pem")]
    pub chain: PathBuf,
    /// The private key of the first certificate
    #[arg(value_name = "KEY.pem")]
    pub key: PathBuf,
    /// Ask clients for a certificate that leads to one of these roots
    #[arg(long, value_name = "CA.pem")]
    pub auth: Option<PathBuf>,
    /// Refuse clients that have no certificate
    #[arg(long, requires = "auth")]
    pub auth_required: bool,
    /// The application protocols, the best first; clients of others are refused
    #[arg(long, value_name = "P[,P]", value_delimiter = ',', value_parser = alpn_protocol)]
    pub alpn: Vec<Vec<u8>>,
    /// Send no tickets, so that no connection is resumed
    #[arg(long)]
    pub no_tickets: bool,
    /// Echo a GET, too
    #[arg(long)]
    pub echo: bool,
    /// Make the page that many bytes long; otherwise it says what was agreed upon
    #[arg(long, value_name = "N")]
    pub bytes: Option<u64>,
    /// Speak only TLS 1.3; there is no other version yet
    #[arg(long)]
    pub tls13: bool,
}

/// `tls-peer client`
#[derive(Debug, Args)]
#[command(after_help = AFTER_CLIENT_HELP)]
pub struct ClientArguments {
    /// Where the server is, as HOST:PORT
    #[arg(value_name = "ADDR")]
    pub address: String,
    /// The DNS name or IP address that the server's certificate has to be for
    #[arg(value_name = "NAME", value_parser = server_name)]
    pub name: ServerName<'static>,
    /// The roots, one of which the server's certificate has to lead to
    #[arg(value_name = "CA.pem")]
    pub roots: PathBuf,
    /// The client's certificate, and those that lead from it to a root
    #[arg(long, value_name = "CHAIN.pem", requires = "key")]
    pub cert: Option<PathBuf>,
    /// The private key of the first certificate
    #[arg(long, value_name = "KEY.pem", requires = "cert")]
    pub key: Option<PathBuf>,
    /// The application protocols to offer, the best first
    #[arg(long, value_name = "P[,P]", value_delimiter = ',', value_parser = alpn_protocol)]
    pub alpn: Vec<Vec<u8>>,
    /// Connect a second time, with the ticket of the first, and print a second line
    #[arg(long)]
    pub resume: bool,
    /// Append the secrets of the connections to this file, for a tool such as Wireshark
    #[arg(long, value_name = "FILE")]
    pub keylog: Option<PathBuf>,
    /// Change the keys before the request, and ask the server to do so, too
    #[arg(long)]
    pub update_keys: bool,
    /// Speak only TLS 1.3; there is no other version yet
    #[arg(long)]
    pub tls13: bool,
}

/// RFC 7301, section 3.1: a name has 1 to 255 bytes.
fn alpn_protocol(text: &str) -> Result<Vec<u8>, String> {
    match text.len() {
        0 => Err("a protocol has a name".into()),
        1..=255 => Ok(text.as_bytes().to_vec()),
        length => Err(format!(
            "the name of a protocol has at most 255 bytes, not {length}"
        )),
    }
}

fn server_name(text: &str) -> Result<ServerName<'static>, String> {
    ServerName::try_from(text)
        .map(|name| name.to_owned())
        .map_err(|_| "neither a DNS name nor an IP address".into())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_contradicts_itself_nowhere() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_protocol_has_1_to_255_bytes() {
        assert!(alpn_protocol("").is_err());
        assert_eq!(alpn_protocol("h2"), Ok(b"h2".to_vec()));
        assert!(alpn_protocol(&"x".repeat(255)).is_ok());
        assert!(alpn_protocol(&"x".repeat(256)).is_err());
    }

    #[test]
    fn a_server_has_a_name_or_an_address() {
        for name in ["localhost", "example.org", "127.0.0.1", "::1"] {
            assert!(server_name(name).is_ok(), "{name}");
        }
        for name in ["", "two words", "localhost:443"] {
            assert!(server_name(name).is_err(), "{name}");
        }
    }
}
