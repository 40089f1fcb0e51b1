//! The core and rustls, in memory.

use core::ops::DerefMut;
use std::error::Error;
use std::sync::Arc;

use rustls::crypto::ring;
use rustls::version::TLS13;
use tls_core::{ClientConnection, CommonState, ConnectionCommon, ServerConnection};

use crate::credentials::{Credentials, name};
use crate::ends::{Core, End, Rustls, carry, insist};
use crate::report::{Connection, Report, Side};
use crate::watch::{Seen, Wire, provider, records};

/// What a client says. The server says it again, back to front.
pub const WORDS: &str = "borrow checker";

/// The core is the client, and rustls the server.
pub fn server() -> Result<Report, Box<dyn Error>> {
    let credentials = Credentials::new()?;
    let seen = Seen::default();
    let config = credentials.client(provider(&seen))?;
    let mut core = Core::new(ClientConnection::new(Arc::new(config), name())?);
    let config = rustls::ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[&TLS13])?
        .with_no_client_auth()
        .with_single_cert(credentials.chain(), credentials.key())?;
    let mut peer = Rustls::new(rustls::ServerConnection::new(Arc::new(config))?);

    let mut wire = Wire::default();
    core.say(WORDS.as_bytes())?;
    carry(&mut core, &mut peer, &mut wire)?;
    let answer = back_to_front(&String::from_utf8(peer.heard())?);
    peer.say(answer.as_bytes())?;
    carry(&mut core, &mut peer, &mut wire)?;
    let words = String::from_utf8(core.heard())?;
    insist(
        words == back_to_front(WORDS),
        &format!("rustls' answer is `{words}`"),
    )?;
    farewell(&mut core, &mut peer, &mut wire)?;
    let connection = connection("rustls", Side::Client, &core.connection, words);
    Ok(report(connection, wire, &seen))
}

/// The core is the server, and rustls the client.
pub fn client() -> Result<Report, Box<dyn Error>> {
    let credentials = Credentials::new()?;
    let seen = Seen::default();
    let config = credentials.server(provider(&seen))?;
    let mut core = Core::new(ServerConnection::new(Arc::new(config))?);
    let mut roots = rustls::RootCertStore::empty();
    roots.add(credentials.authority())?;
    let config = rustls::ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[&TLS13])?
        .with_root_certificates(roots)
        .with_no_client_auth();
    let mut peer = Rustls::new(rustls::ClientConnection::new(Arc::new(config), name())?);

    let mut wire = Wire::default();
    peer.say(WORDS.as_bytes())?;
    carry(&mut core, &mut peer, &mut wire)?;
    let words = String::from_utf8(core.heard())?;
    core.say(back_to_front(&words).as_bytes())?;
    carry(&mut core, &mut peer, &mut wire)?;
    let answer = String::from_utf8(peer.heard())?;
    insist(
        answer == back_to_front(WORDS),
        &format!("rustls has received `{answer}`"),
    )?;
    farewell(&mut core, &mut peer, &mut wire)?;
    let connection = connection("rustls", Side::Server, &core.connection, words);
    Ok(report(connection, wire, &seen))
}

/// Both sides say that they will say no more.
fn farewell<C: DerefMut<Target = ConnectionCommon>>(
    core: &mut Core<C>,
    peer: &mut Rustls,
    wire: &mut Wire,
) -> Result<(), Box<dyn Error>> {
    core.close();
    carry(core, peer, wire)?;
    peer.close();
    carry(core, peer, wire)?;
    insist(
        core.connection.peer_has_closed(),
        "rustls' close_notify has been lost",
    )
}

/// The same, as a server says it again.
pub fn back_to_front(words: &str) -> String {
    words.chars().rev().collect()
}

/// What the core knows of its connection with `peer`. The records come later.
pub fn connection(peer: &str, side: Side, core: &CommonState, words: String) -> Connection {
    let suite = core.negotiated_cipher_suite();
    let group = core.negotiated_key_exchange_group();
    Connection {
        peer: peer.to_owned(),
        side,
        suite: suite.map(|suite| suite.name.to_owned()).unwrap_or_default(),
        group: group.map(|group| format!("{group:?}")).unwrap_or_default(),
        words,
        records: Vec::new(),
    }
}

/// The report on a connection that was looked at.
pub fn report(mut connection: Connection, wire: Wire, seen: &Seen) -> Report {
    connection.records = records(wire, seen);
    Report::passed(format!(
        "{}, {}, both sides understood each other",
        connection.suite, connection.group
    ))
    .with_connection(connection)
}
