//! rustls 0.23.

use std::io::{self, BufRead, Write};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use rustls_023::client::{ClientConnectionData, Resumption, UnbufferedClientConnection};
use rustls_023::crypto::CryptoProvider;
use rustls_023::crypto::aws_lc_rs::{cipher_suite, default_provider, kx_group};
use rustls_023::pki_types::ServerName;
use rustls_023::server::{ServerConnectionData, UnbufferedServerConnection};
use rustls_023::unbuffered::{ConnectionState, UnbufferedConnectionCommon};
use rustls_023::{
    ClientConfig, ClientConnection, CommonState, ConnectionCommon, HandshakeKind, RootCertStore,
    ServerConfig, ServerConnection, SideData,
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
            .with_safe_default_protocol_versions()
            .expect("TLS 1.3")
            .with_root_certificates(roots)
            .with_no_client_auth();
        let mut server = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("TLS 1.3")
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

/// rustls 0.23 as most use it: it owns all buffers.
pub struct Rustls023(Configs);

impl Library for Rustls023 {
    const NAME: &'static str = "rustls 0.23";
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

fn flush<D: SideData>(connection: &mut ConnectionCommon<D>, wire: &mut Wire) {
    wire.fill(|mut room| {
        let before = room.len();
        while connection.wants_write() {
            connection.write_tls(&mut room).expect("room");
        }
        before - room.len()
    });
}

impl<C, D> End for Buffered<C>
where
    C: DerefMut<Target = ConnectionCommon<D>>,
    D: SideData,
{
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
}

/// rustls 0.23 on the caller's buffers.
pub struct Rustls023Unbuffered(Configs);

impl Library for Rustls023Unbuffered {
    const NAME: &'static str = "rustls 0.23, unbuffered";
    type Client = Unbuffered<UnbufferedClientConnection>;
    type Server = Unbuffered<UnbufferedServerConnection>;

    fn new(credentials: &Credentials, resumption: bool) -> Self {
        Self(Configs::new(credentials, resumption))
    }

    fn client(&self, wire: &mut Wire) -> Self::Client {
        let mut client = Unbuffered(
            UnbufferedClientConnection::new(self.0.client.clone(), server_name())
                .expect("a client"),
        );
        client.shake(&mut [], wire);
        client
    }

    fn server(&self) -> Self::Server {
        Unbuffered(UnbufferedServerConnection::new(self.0.server.clone()).expect("a server"))
    }
}

/// A connection on the caller's buffers.
pub struct Unbuffered<C>(C);

/// The two sides have the same methods but no trait for them.
macro_rules! unbuffered {
    ($connection:ty, $data:ty) => {
        impl End for Unbuffered<$connection> {
            fn shake(&mut self, flight: &mut [u8], answer: &mut Wire) {
                let connection: &mut UnbufferedConnectionCommon<$data> = &mut self.0;
                let mut at = 0;
                answer.fill(|room| {
                    let mut written = 0;
                    loop {
                        let status = connection.process_tls_records(&mut flight[at..]);
                        at += status.discard;
                        match status.state.expect("a flight") {
                            ConnectionState::EncodeTlsData(mut state) => {
                                written += state.encode(&mut room[written..]).expect("room");
                            }
                            ConnectionState::TransmitTlsData(state) => state.done(),
                            ConnectionState::BlockedHandshake
                            | ConnectionState::WriteTraffic(_) => {
                                return written;
                            }
                            state => panic!("{state:?}"),
                        }
                    }
                });
            }

            fn resumed(&self) -> Option<bool> {
                resumed(self.0.deref())
            }

            fn send(&mut self, data: &[u8], wire: &mut Wire) {
                match self.0.process_tls_records(&mut []).state.expect("none") {
                    ConnectionState::WriteTraffic(mut state) => {
                        wire.fill(|room| state.encrypt(data, room).expect("room"));
                    }
                    state => panic!("{state:?}"),
                }
            }

            fn receive(&mut self, records: &mut [u8]) -> usize {
                let mut at = 0;
                let mut total = 0;
                while at < records.len() {
                    let status = self.0.process_tls_records(&mut records[at..]);
                    at += status.discard;
                    match status.state.expect("records") {
                        ConnectionState::ReadTraffic(mut state) => {
                            while let Some(record) = state.next_record() {
                                let record = record.expect("data");
                                at += record.discard;
                                total += record.payload.len();
                            }
                        }
                        state => panic!("{state:?}"),
                    }
                }
                total
            }
        }
    };
}

unbuffered!(UnbufferedClientConnection, ClientConnectionData);
unbuffered!(UnbufferedServerConnection, ServerConnectionData);
