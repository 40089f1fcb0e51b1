//! `tls-peer client`: a page, once or twice.

use std::io::{self, BufRead, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::sync::Arc;
use std::time::Duration;

use tls_core::{ClientConfig, ClientConnection, KeyLogFile, Side, StreamOwned};

use crate::advice::explain;
use crate::cli::ClientArguments;
use crate::ending::end;
use crate::error::Error;
use crate::files;
use crate::provider::provider;
use crate::report::Report;

/// How long the server may do nothing.
const PATIENCE: Duration = Duration::from_secs(30);

/// Fetches the page, and prints the line or lines.
///
/// # Errors
///
/// If a connection fails, or there cannot be one.
pub fn run(arguments: &ClientArguments) -> Result<(), Error> {
    let config = Arc::new(config(arguments)?);
    let connections = if arguments.resume { 2 } else { 1 };
    for _ in 0..connections {
        let line = connect(arguments, Arc::clone(&config))?;
        writeln!(io::stdout(), "{line}")
            .map_err(|error| Error::failed(format!("cannot print: {error}")))?;
    }
    Ok(())
}

fn config(arguments: &ClientArguments) -> Result<ClientConfig, Error> {
    let builder = ClientConfig::builder_with_provider(Arc::new(provider()))
        .with_root_certificates(files::roots(&arguments.roots)?);
    let mut config = match (&arguments.cert, &arguments.key) {
        (Some(chain), Some(key)) => builder
            .with_client_auth_cert(files::certificates(chain)?, files::private_key(key)?)
            .map_err(|error| files::unusable_identity(chain, key, &error))?,
        _ => builder.with_no_client_auth(),
    };
    config.alpn_protocols.clone_from(&arguments.alpn);
    if let Some(path) = &arguments.keylog {
        let key_log = KeyLogFile::append_to(path).map_err(|error| {
            Error::usage(format!("cannot write to {}: {error}", path.display()))
        })?;
        config.key_log = Arc::new(key_log);
    }
    Ok(config)
}

/// Fetches the page once. Returns the line about it.
fn connect(arguments: &ClientArguments, config: Arc<ClientConfig>) -> Result<String, Error> {
    let connection = ClientConnection::new(config, arguments.name.clone())
        .map_err(|error| Error::no_connection(&error, "Name fewer protocols with --alpn."))?;
    let socket = open(&arguments.address)?;
    let mut stream = StreamOwned::new(connection, socket);
    let request = format!(
        "GET / HTTP/1.0\r\nHost: {}\r\n\r\n",
        arguments.name.to_str()
    );
    let fetched = fetch(&mut stream, request.as_bytes(), arguments.update_keys);
    let (mut connection, mut socket) = stream.into_parts();
    end(&mut connection, &mut socket);
    let received = fetched.map_err(|error| Error::failed(explain(Side::Client, &error, "\n  ")))?;
    let report = Report {
        connection: &connection,
        received,
    };
    Ok(report.to_string())
}

/// A stream to the first of the host's addresses that takes one.
fn open(address: &str) -> Result<TcpStream, Error> {
    let cannot = |error: io::Error, next: &str| {
        Error::failed(format!("cannot connect to {address}: {error}\n  {next}"))
    };
    let addresses = address
        .to_socket_addrs()
        .map_err(|error| match error.kind() {
            io::ErrorKind::InvalidInput => Error::usage(format!(
                "cannot connect to {address}: {error}\n  ADDR is HOST:PORT, 127.0.0.1:4433 for one."
            )),
            _ => cannot(error, "Is that the name of a host, and is there a network?"),
        })?;
    let mut last = io::Error::from(io::ErrorKind::AddrNotAvailable);
    for address in addresses {
        match TcpStream::connect_timeout(&address, PATIENCE).and_then(prepare) {
            Ok(socket) => return Ok(socket),
            Err(error) => last = error,
        }
    }
    Err(cannot(last, "Does the server run, and listen there?"))
}

fn prepare(socket: TcpStream) -> io::Result<TcpStream> {
    socket.set_nodelay(true)?;
    socket.set_read_timeout(Some(PATIENCE))?;
    socket.set_write_timeout(Some(PATIENCE))?;
    Ok(socket)
}

type Stream = StreamOwned<ClientConnection, TcpStream>;

/// Sends the request, and reads until the server closes. Returns how many bytes came.
fn fetch(stream: &mut Stream, request: &[u8], update_keys: bool) -> io::Result<u64> {
    stream.flush()?;
    if update_keys {
        let updated = stream.conn.refresh_traffic_keys();
        updated.map_err(io::Error::other)?;
    }
    // A server that refuses the client's certificate may be gone before the request is
    // there. Its alert says more than the failure to write.
    let sent = stream.write_all(request);
    match (sent, read_answer(stream, request)) {
        (Err(error), Err(after)) if after.get_ref().is_none() => Err(error),
        (Err(error), Ok(_)) => Err(error),
        (_, answer) => answer,
    }
}

fn read_answer(stream: &mut Stream, request: &[u8]) -> io::Result<u64> {
    let mut received = 0;
    // How much of the request has come back, if nothing else has.
    let mut echoed = Some(0);
    loop {
        let data = stream.fill_buf()?;
        let length = data.len();
        if length == 0 {
            return Ok(received);
        }
        echoed = echoed
            .filter(|&echoed| request[echoed..].starts_with(data))
            .map(|echoed| echoed + length);
        stream.consume(length);
        received += length as u64;
        if echoed == Some(request.len()) {
            return Ok(received);
        }
    }
}
