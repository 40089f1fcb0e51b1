//! `tls-peer server`: connections, each in a thread of its own.

use std::io::{self, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use tls_core::server::{TicketRotator, WebPkiClientVerifier};
use tls_core::{DefaultTimeProvider, ServerConfig, ServerConnection, Side, StreamOwned};

use crate::advice::explain;
use crate::cli::ServerArguments;
use crate::conversation::{Conversation, Service};
use crate::ending::end;
use crate::error::Error;
use crate::files;
use crate::provider::provider;

/// How long a client may do nothing.
const PATIENCE: Duration = Duration::from_secs(10 * 60);

/// How long to wait when no connection can be accepted: too many are open, as a rule.
const PAUSE: Duration = Duration::from_millis(100);

/// Listens, and serves until it is stopped.
///
/// # Errors
///
/// If it cannot start.
pub fn run(arguments: &ServerArguments) -> Result<(), Error> {
    let config = Arc::new(config(arguments)?);
    // What is wrong with it every client would have to find out, one by one.
    ServerConnection::new(Arc::clone(&config)).map_err(|error| {
        let next = "Name fewer protocols with --alpn, or fewer roots in the file of --auth.";
        Error::no_connection(&error, next)
    })?;
    let service = Service {
        echo: arguments.echo,
        page_length: arguments.bytes,
    };
    let listener = TcpListener::bind(&arguments.address)
        .map_err(|error| cannot_listen(&arguments.address, &error))?;
    announce(&listener).map_err(|error| Error::failed(format!("cannot print: {error}")))?;
    loop {
        match listener.accept() {
            Ok((socket, client)) => start(socket, client, Arc::clone(&config), service),
            Err(error) => {
                log(format_args!("cannot accept a connection: {error}"));
                thread::sleep(PAUSE);
            }
        }
    }
}

fn config(arguments: &ServerArguments) -> Result<ServerConfig, Error> {
    let chain = files::certificates(&arguments.chain)?;
    let key = files::private_key(&arguments.key)?;
    let provider = Arc::new(provider());
    let verifier = match &arguments.auth {
        None => WebPkiClientVerifier::no_client_auth(),
        Some(roots) => {
            let builder = WebPkiClientVerifier::builder_with_provider(
                Arc::new(files::roots(roots)?),
                Arc::clone(&provider),
            );
            let builder = match arguments.auth_required {
                true => builder,
                false => builder.allow_unauthenticated(),
            };
            builder
                .build()
                .map_err(|error| Error::usage(error.to_string()))?
        }
    };
    let mut config = ServerConfig::builder_with_provider(Arc::clone(&provider))
        .with_client_cert_verifier(verifier)
        .with_single_cert(chain, key)
        .map_err(|error| files::unusable_identity(&arguments.chain, &arguments.key, &error))?;
    config.alpn_protocols.clone_from(&arguments.alpn);
    match arguments.no_tickets {
        true => config.send_tls13_tickets = 0,
        false => {
            config.ticketer = TicketRotator::new(&provider, Arc::new(DefaultTimeProvider))
                .map_err(|error| Error::failed(error.to_string()))?;
        }
    }
    Ok(config)
}

fn cannot_listen(address: &str, error: &io::Error) -> Error {
    let next = match error.kind() {
        io::ErrorKind::AddrInUse => "Another program listens there; port 0 is any that is free.",
        io::ErrorKind::InvalidInput => "ADDR is HOST:PORT, 127.0.0.1:4433 for one.",
        io::ErrorKind::PermissionDenied => "Ports below 1024 are the administrator's.",
        _ => "HOST has to be an address of this machine.",
    };
    Error::usage(format!("cannot listen on {address}: {error}\n  {next}"))
}

fn announce(listener: &TcpListener) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "listening on {}", listener.local_addr()?)?;
    stdout.flush()
}

/// Serves a connection beside the others.
fn start(socket: TcpStream, client: SocketAddr, config: Arc<ServerConfig>, service: Service) {
    let started = thread::Builder::new().spawn(move || {
        match serve(socket, config, service) {
            Ok(report) => log(format_args!("{client} {report}")),
            Err(error) => log(format_args!(
                "{client} error: {}",
                explain(Side::Server, &error, ". ")
            )),
        };
    });
    if let Err(error) = started {
        log(format_args!("{client} error: no thread for it: {error}"));
    }
}

fn serve(socket: TcpStream, config: Arc<ServerConfig>, service: Service) -> io::Result<String> {
    socket.set_nodelay(true)?;
    socket.set_read_timeout(Some(PATIENCE))?;
    socket.set_write_timeout(Some(PATIENCE))?;
    let connection = ServerConnection::new(config).map_err(io::Error::other)?;
    let mut conversation = Conversation {
        stream: StreamOwned::new(connection, socket),
        received: 0,
    };
    let held = conversation.hold(service);
    let report = conversation.report().to_string();
    let (mut connection, mut socket) = conversation.stream.into_parts();
    end(&mut connection, &mut socket);
    held.map(|()| report)
}

/// A line on stderr. Whether anybody reads it is not the connection's concern.
fn log(line: std::fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr().lock(), "{line}");
}
