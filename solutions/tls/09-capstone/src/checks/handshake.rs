//! Two cores in memory: a handshake, data, a farewell, and all of it again.

use std::error::Error;
use std::sync::Arc;

use tls_core::client::UnbufferedClientConnection;
use tls_core::crypto::ring;
use tls_core::server::UnbufferedServerConnection;
use tls_core::{ClientConfig, ClientConnection, HandshakeKind, ServerConfig, ServerConnection};

use crate::credentials::{Credentials, name};
use crate::ends::{Core, End, InPlace, carry, insist};
use crate::report::Report;
use crate::watch::Wire;

/// How much is sent each way: several full records, and a part of one.
const DATA: usize = 100_000;

pub fn check() -> Result<Report, Box<dyn Error>> {
    let credentials = Credentials::new()?;
    let client = Arc::new(credentials.client(ring::default_provider())?);
    let server = Arc::new(credentials.server(ring::default_provider())?);
    let full = talk(&client, &server)?;
    insist(
        full == HandshakeKind::Full,
        "the first handshake should be a full one",
    )?;
    let resumed = talk(&client, &server)?;
    insist(
        resumed == HandshakeKind::Resumed,
        "the second connection should resume the session of the first",
    )?;
    talk_in_place(&client, &server)?;
    Ok(Report::passed(
        "a full handshake, one that resumes its session, and one in the caller's own buffers, \
         with data both ways",
    ))
}

/// A whole connection. Returns how the two came to their keys.
fn talk(
    client: &Arc<ClientConfig>,
    server: &Arc<ServerConfig>,
) -> Result<HandshakeKind, Box<dyn Error>> {
    let mut client = Core::new(ClientConnection::new(client.clone(), name())?);
    let mut server = Core::new(ServerConnection::new(server.clone())?);
    carry(&mut client, &mut server, &mut Wire::default())?;
    insist(
        !client.connection.is_handshaking() && !server.connection.is_handshaking(),
        "both sides wait for the other, and the handshake is not over",
    )?;
    let exported = |connection: &tls_core::ConnectionCommon| {
        connection.export_keying_material([0; 32], b"capstone", None)
    };
    insist(
        exported(&client.connection)? == exported(&server.connection)?,
        "the two sides have not come to the same keys",
    )?;
    let data: Vec<u8> = (0..DATA).map(|at| (at % 251) as u8).collect();
    insist(
        send(&mut client, &mut server, &data)? == data,
        "the server has not received what the client sent",
    )?;
    insist(
        send(&mut server, &mut client, &data)? == data,
        "the client has not received what the server sent",
    )?;
    client.close();
    server.close();
    carry(&mut client, &mut server, &mut Wire::default())?;
    insist(
        client.connection.peer_has_closed() && server.connection.peer_has_closed(),
        "a close_notify has been lost",
    )?;
    let kind = client.connection.handshake_kind();
    insist(
        kind == server.connection.handshake_kind(),
        "the two sides do not agree on what kind of handshake it was",
    )?;
    kind.ok_or_else(|| "the handshake is over, and nobody knows of which kind it was".into())
}

fn send(
    from: &mut impl End,
    to: &mut impl End,
    mut data: &[u8],
) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut heard = Vec::new();
    while !data.is_empty() {
        let taken = from.say(data)?;
        insist(taken > 0, "the connection takes no more data")?;
        data = &data[taken..];
        carry(from, to, &mut Wire::default())?;
        heard.extend(to.heard());
    }
    Ok(heard)
}

/// A whole connection on buffers of ours.
fn talk_in_place(
    client: &Arc<ClientConfig>,
    server: &Arc<ServerConfig>,
) -> Result<(), Box<dyn Error>> {
    const WORDS: &[u8] = b"opened where it lies";
    let mut client = InPlace::new(UnbufferedClientConnection::new(client.clone(), name())?);
    let mut server = InPlace::new(UnbufferedServerConnection::new(server.clone())?);
    carry(&mut client, &mut server, &mut Wire::default())?;
    insist(
        !client.connection.is_handshaking() && !server.connection.is_handshaking(),
        "in the caller's own buffers the handshake is not over",
    )?;
    insist(
        send(&mut server, &mut client, WORDS)? == WORDS,
        "in the caller's own buffers the data is not what was sent",
    )
}
