//! This core.

use std::io::{self, BufRead, Write};
use std::ops::DerefMut;
use std::sync::Arc;

use tls_core::client::{Resumption, UnbufferedClientConnection};
use tls_core::crypto::CryptoProvider;
use tls_core::crypto::aws_lc_rs::{cipher_suite, default_provider, kx_group};
use tls_core::pki_types::ServerName;
use tls_core::server::UnbufferedServerConnection;
use tls_core::{
    ClientConfig, ClientConnection, CommonState, ConnectionCommon, HandshakeKind, RootCertStore,
    ServerConfig, ServerConnection, UnbufferedConnectionCommon,
};

use crate::credentials::SERVER_NAME;
use crate::{Credentials, End, Library, Wire};

/// Both configurations.
struct Configs {
    client: Arc<ClientConfig>,
    server: Arc<ServerConfig>,
}

impl Configs {
    fn new(credentials: &Credentials, resumption: bool) -> Self {
        let provider = Arc::new(CryptoProvider {
            cipher_suites: vec![cipher_suite::TLS13_AES_128_GCM_SHA256],
            kx_groups: vec![kx_group::X25519],
            ..default_provider()
        });
        let mut roots = RootCertStore::empty();
        roots.add(credentials.root.clone()).expect("a root");
        let mut client = ClientConfig::builder_with_provider(provider.clone())
            .with_root_certificates(roots)
            .with_no_client_auth();
        let mut server = ServerConfig::builder_with_provider(provider)
            .with_no_client_auth()
            .with_single_cert(credentials.chain.clone(), credentials.key.clone_key())
            .expect("a chain and its key");
        if !resumption {
            client.resumption = Resumption::disabled();
            server.send_tls13_tickets = 0;
        }
        Self {
            client: Arc::new(client),
            server: Arc::new(server),
        }
    }
}

fn server_name() -> ServerName<'static> {
    ServerName::try_from(SERVER_NAME).expect("a name")
}

fn resumed(common: &CommonState) -> Option<bool> {
    match common.is_handshaking() {
        true => None,
        false => Some(common.handshake_kind()? == HandshakeKind::Resumed),
    }
}

fn flush(common: &mut CommonState, wire: &mut Wire) {
    wire.fill(|mut room| {
        let before = room.len();
        while common.wants_write() {
            common.write_tls(&mut room).expect("room");
        }
        before - room.len()
    });
}

/// The core, with a receive buffer of its own.
pub struct Core(Configs);

impl Library for Core {
    const NAME: &'static str = "tls_core";
    type Client = Buffered<ClientConnection>;
    type Server = Buffered<ServerConnection>;

    fn new(credentials: &Credentials, resumption: bool) -> Self {
        Self(Configs::new(credentials, resumption))
    }

    fn client(&self, wire: &mut Wire) -> Self::Client {
        let mut client =
            ClientConnection::new(self.0.client.clone(), server_name()).expect("a client");
        flush(&mut client, wire);
        Buffered(client)
    }

    fn server(&self) -> Self::Server {
        Buffered(ServerConnection::new(self.0.server.clone()).expect("a server"))
    }
}

/// A connection that owns the bytes that arrive.
pub struct Buffered<C>(C);

impl<C: DerefMut<Target = ConnectionCommon>> End for Buffered<C> {
    fn shake(&mut self, flight: &mut [u8], answer: &mut Wire) {
        let mut flight = &flight[..];
        while !flight.is_empty() {
            self.0.read_tls(&mut flight).expect("room");
            self.0.process_new_packets().expect("a flight");
        }
        flush(&mut self.0, answer);
    }

    fn resumed(&self) -> Option<bool> {
        resumed(&self.0)
    }

    fn send(&mut self, data: &[u8], wire: &mut Wire) {
        self.0.writer().write_all(data).expect("room");
        flush(&mut self.0, wire);
    }

    fn receive(&mut self, records: &mut [u8]) -> usize {
        let mut records = &records[..];
        let mut total = 0;
        while !records.is_empty() {
            self.0.read_tls(&mut records).expect("room");
            self.0.process_new_packets().expect("records");
            let mut reader = self.0.reader();
            loop {
                match reader.fill_buf() {
                    Ok(data) => {
                        let length = data.len();
                        total += length;
                        reader.consume(length);
                    }
                    Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                    Err(error) => panic!("{error}"),
                }
            }
        }
        total
    }

    fn release_buffers(&mut self) {
        self.0.release_buffers();
    }
}

/// The core on the caller's buffers.
pub struct CoreUnbuffered(Configs);

impl Library for CoreUnbuffered {
    const NAME: &'static str = "tls_core, unbuffered";
    type Client = Unbuffered<UnbufferedClientConnection>;
    type Server = Unbuffered<UnbufferedServerConnection>;

    fn new(credentials: &Credentials, resumption: bool) -> Self {
        Self(Configs::new(credentials, resumption))
    }

    fn client(&self, wire: &mut Wire) -> Self::Client {
        let mut client = UnbufferedClientConnection::new(self.0.client.clone(), server_name())
            .expect("a client");
        flush(&mut client, wire);
        Unbuffered(client)
    }

    fn server(&self) -> Self::Server {
        Unbuffered(UnbufferedServerConnection::new(self.0.server.clone()).expect("a server"))
    }
}

/// A connection on the caller's buffers.
pub struct Unbuffered<C>(C);

impl<C: DerefMut<Target = UnbufferedConnectionCommon>> End for Unbuffered<C> {
    fn shake(&mut self, flight: &mut [u8], answer: &mut Wire) {
        self.receive(flight);
        flush(&mut self.0, answer);
    }

    fn resumed(&self) -> Option<bool> {
        resumed(&self.0)
    }

    fn send(&mut self, data: &[u8], wire: &mut Wire) {
        wire.fill(|room| self.0.encrypt(data, room).expect("room"));
    }

    fn receive(&mut self, records: &mut [u8]) -> usize {
        let length = records.len();
        let mut total = 0;
        let status = self
            .0
            .process_tls_records(records, &mut |data| total += data.len());
        status.state.expect("records");
        assert_eq!(status.discard, length, "whole records");
        total
    }
}
