//! The server's flight in two pieces, cut at each of its bytes, and one byte at a time;
//! and flights in records of many sizes.

use std::error::Error;
use std::sync::Arc;

use tls_core::crypto::ring::cipher_suite::TLS13_AES_128_GCM_SHA256;
use tls_core::crypto::ring::kx_group::SECP256R1;
use tls_core::crypto::{CryptoProvider, ring};
use tls_core::{ClientConfig, ClientConnection, ServerConfig, ServerConnection};

use super::records;
use crate::credentials::{Credentials, name};
use crate::ends::{Core, End, carry, insist};
use crate::report::Report;
use crate::watch::Wire;

/// What the server says once the handshake is over.
const WORDS: &[u8] = b"nothing was lost on the way";

pub fn check() -> Result<Report, Box<dyn Error>> {
    let credentials = Credentials::new()?;
    let client = Arc::new(credentials.client(quick_provider())?);
    let server = Arc::new(credentials.server(quick_provider())?);
    // A signature may be some bytes longer or shorter the next time.
    for cut in 1.. {
        let mut flight = Flight::new(&client, &server)?;
        if cut >= flight.bytes.len() {
            break;
        }
        let (front, back) = flight.bytes.split_at(cut);
        let arrived = flight
            .client
            .incoming(front)
            .and_then(|()| flight.client.incoming(back));
        arrived
            .and_then(|()| flight.finish())
            .map_err(|error| format!("cut behind byte {cut}: {error}"))?;
    }
    let mut flight = Flight::new(&client, &server)?;
    for &byte in &flight.bytes {
        flight
            .client
            .incoming(&[byte])
            .map_err(|error| format!("one byte at a time: {error}"))?;
    }
    flight
        .finish()
        .map_err(|error| format!("one byte at a time: {error}"))?;
    records::check()?;
    Ok(Report::passed(
        "the server's flight cut in two behind each of its bytes, and one byte at a time; then \
         the flights of both sides in records of many sizes",
    ))
}

/// ring's provider with the group and the suite that take the least time where C is not
/// optimised, as there are many handshakes.
pub fn quick_provider() -> CryptoProvider {
    CryptoProvider {
        cipher_suites: vec![TLS13_AES_128_GCM_SHA256],
        kx_groups: vec![SECP256R1],
        ..ring::default_provider()
    }
}

/// A handshake in which the client's hello has been answered.
struct Flight {
    client: Core<ClientConnection>,
    server: Core<ServerConnection>,
    /// The server's answer, from ServerHello to Finished.
    bytes: Vec<u8>,
}

impl Flight {
    fn new(client: &Arc<ClientConfig>, server: &Arc<ServerConfig>) -> Result<Self, Box<dyn Error>> {
        // Nothing of one handshake may help the next.
        let mut client = ClientConfig::clone(client);
        client.resumption = tls_core::client::Resumption::disabled();
        let mut client = Core::new(ClientConnection::new(Arc::new(client), name())?);
        let mut server = Core::new(ServerConnection::new(server.clone())?);
        server.incoming(&client.outgoing()?)?;
        let bytes = server.outgoing()?;
        Ok(Self {
            client,
            server,
            bytes,
        })
    }

    /// The client has the flight now: the rest of the handshake, and the server's words.
    fn finish(&mut self) -> Result<(), Box<dyn Error>> {
        carry(&mut self.client, &mut self.server, &mut Wire::default())?;
        insist(
            !self.client.connection.is_handshaking() && !self.server.connection.is_handshaking(),
            "the handshake is not over",
        )?;
        self.server.say(WORDS)?;
        carry(&mut self.client, &mut self.server, &mut Wire::default())?;
        insist(
            self.client.heard() == WORDS,
            "the server's words have not arrived",
        )
    }
}
