//! What a library has to offer to be measured.

use crate::{Credentials, Wire};

/// A library in one of its ways to be used, with its two configurations.
pub trait Library {
    /// What it is called in the report.
    const NAME: &'static str;
    /// A client's connection.
    type Client: End;
    /// A server's connection.
    type Server: End;

    /// Configurations for a server with these credentials and a client that trusts it.
    /// They resume sessions, as is the default of each library, or never.
    fn new(credentials: &Credentials, resumption: bool) -> Self;

    /// A new client, with its hello on the wire.
    fn client(&self, wire: &mut Wire) -> Self::Client;

    /// A new server.
    fn server(&self) -> Self::Server;
}

/// One end of a connection. Whatever goes wrong is a bug of the benchmark: it panics.
pub trait End {
    /// Takes a part of the handshake, which may be empty, and writes the answer, which
    /// may be empty too.
    fn shake(&mut self, flight: &mut [u8], answer: &mut Wire);

    /// Whether the handshake resumed a session, or `None` if it is not over.
    fn resumed(&self) -> Option<bool>;

    /// Writes `data` as one record.
    fn send(&mut self, data: &[u8], wire: &mut Wire);

    /// Opens all records and returns how many bytes of data were in them. They are looked
    /// at where the library lends them, if it does, and not copied.
    fn receive(&mut self, records: &mut [u8]) -> usize;

    /// Gives back what an idle connection need not hold, if the library can.
    fn release_buffers(&mut self) {}
}
