//! rustls 0.24, of which there is a development version.
//!
//! The caller has the buffers for what is sent, and chooses who has the one for what
//! arrives.

use std::sync::Arc;

use pki_types::ServerName;
use rustls_024::client::Resumption;
use rustls_024::crypto::{CryptoProvider, Identity};
use rustls_024::server::Tls13Tickets;
use rustls_024::{
    ClientConfig, ClientSide, Connection, HandshakeKind, RootCertStore, ServerConfig, ServerSide,
    SideData, SliceInput, Tcp, TlsInputBuffer, VecInput,
};
use rustls_024_aws_lc_rs::{DEFAULT_KX_GROUPS, DEFAULT_TLS13_PROVIDER};

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
            tls13_cipher_suites: vec![
                rustls_024_aws_lc_rs::ALL_TLS13_CIPHER_SUITES
                    .iter()
                    .copied()
                    .find(|suite| {
                        suite.common.suite
                            == rustls_024::crypto::CipherSuite::TLS13_AES_128_GCM_SHA256
                    })
                    .expect("the suite"),
            ]
            .into(),
            kx_groups: vec![
                DEFAULT_KX_GROUPS
                    .iter()
                    .copied()
                    .find(|group| group.name() == rustls_024::crypto::kx::NamedGroup::X25519)
                    .expect("the group"),
            ]
            .into(),
            ..DEFAULT_TLS13_PROVIDER
        });
        let mut roots = RootCertStore::empty();
        roots.add(credentials.root.clone()).expect("a root");
        let mut client = ClientConfig::builder(provider.clone())
            .with_root_certificates(roots)
            .with_no_client_auth()
            .expect("a client's configuration");
        let identity = Identity::from_cert_chain(credentials.chain.clone()).expect("a chain");
        let mut server = ServerConfig::builder(provider)
            .with_no_client_auth()
            .with_single_cert(Arc::new(identity), credentials.key.clone_key())
            .expect("a chain and its key");
        if !resumption {
            client.resumption = Resumption::disabled();
            server.send_tls13_tickets = Tls13Tickets { default: 0, max: 0 };
        }
        Self {
            client: Arc::new(client),
            server: Arc::new(server),
        }
    }

    fn client(&self, wire: &mut Wire) -> Connection<ClientSide, Tcp> {
        let mut client = None;
        wire.append(|bytes| {
            let name = ServerName::try_from(SERVER_NAME).expect("a name");
            client = Some(self.client.connect(name).build(bytes).expect("a client"));
        });
        client.expect("a client")
    }

    fn server(&self) -> Connection<ServerSide, Tcp> {
        Connection::<ServerSide, Tcp>::new(self.server.clone()).expect("a server")
    }
}

fn shake<S: SideData>(
    connection: &mut Connection<S, Tcp>,
    input: &mut dyn TlsInputBuffer,
    answer: &mut Vec<u8>,
) {
    let mut handler = connection.read_tls(input, answer);
    assert!(handler.next_payload().is_none(), "only a handshake");
}

fn resumed<S: SideData>(connection: &Connection<S, Tcp>) -> Option<bool> {
    match connection.is_handshaking() {
        true => None,
        false => Some(connection.handshake_kind()? == HandshakeKind::Resumed),
    }
}

fn send<S: SideData>(connection: &mut Connection<S, Tcp>, data: &[u8], wire: &mut Wire) {
    wire.append(|bytes| connection.write(data.into(), bytes).expect("data"));
}

/// Returns how many bytes of data came.
fn receive<S: SideData>(
    connection: &mut Connection<S, Tcp>,
    input: &mut dyn TlsInputBuffer,
) -> usize {
    // An empty vector allocates nothing.
    let mut answer = Vec::new();
    let mut handler = connection.read_tls(input, &mut answer);
    let mut total = 0;
    while let Some(payload) = handler.next_payload() {
        total += payload.expect("data").bytes().len();
    }
    total
}

/// rustls 0.24 with its `VecInput`, which belongs to one connection.
pub struct Rustls024(Configs);

impl Library for Rustls024 {
    const NAME: &'static str = "rustls 0.24-dev";
    type Client = Buffered<ClientSide>;
    type Server = Buffered<ServerSide>;

    fn new(credentials: &Credentials, resumption: bool) -> Self {
        Self(Configs::new(credentials, resumption))
    }

    fn client(&self, wire: &mut Wire) -> Self::Client {
        Buffered {
            connection: self.0.client(wire),
            input: VecInput::default(),
        }
    }

    fn server(&self) -> Self::Server {
        Buffered {
            connection: self.0.server(),
            input: VecInput::default(),
        }
    }
}

/// A connection and the bytes that arrive for it.
pub struct Buffered<S: SideData> {
    connection: Connection<S, Tcp>,
    input: VecInput,
}

impl<S: SideData> End for Buffered<S> {
    fn shake(&mut self, flight: &mut [u8], answer: &mut Wire) {
        let mut flight = &flight[..];
        answer.append(|bytes| {
            while !flight.is_empty() {
                self.input.read(&mut flight).expect("room");
                shake(&mut self.connection, &mut self.input, bytes);
            }
        });
    }

    fn resumed(&self) -> Option<bool> {
        resumed(&self.connection)
    }

    fn send(&mut self, data: &[u8], wire: &mut Wire) {
        send(&mut self.connection, data, wire);
    }

    fn receive(&mut self, records: &mut [u8]) -> usize {
        let mut records = &records[..];
        let mut total = 0;
        while !records.is_empty() {
            self.input.read(&mut records).expect("room");
            total += receive(&mut self.connection, &mut self.input);
        }
        total
    }

    fn release_buffers(&mut self) {
        // What a caller can do: the buffer is empty, and it is the caller's.
        self.input = VecInput::default();
    }
}

/// rustls 0.24 with its `SliceInput`, on the caller's buffers.
pub struct Rustls024Slice(Configs);

impl Library for Rustls024Slice {
    const NAME: &'static str = "rustls 0.24-dev, slices";
    type Client = Connection<ClientSide, Tcp>;
    type Server = Connection<ServerSide, Tcp>;

    fn new(credentials: &Credentials, resumption: bool) -> Self {
        Self(Configs::new(credentials, resumption))
    }

    fn client(&self, wire: &mut Wire) -> Self::Client {
        self.0.client(wire)
    }

    fn server(&self) -> Self::Server {
        self.0.server()
    }
}

impl<S: SideData> End for Connection<S, Tcp> {
    fn shake(&mut self, flight: &mut [u8], answer: &mut Wire) {
        answer.append(|bytes| shake(self, &mut SliceInput::new(flight), bytes));
    }

    fn resumed(&self) -> Option<bool> {
        resumed(self)
    }

    fn send(&mut self, data: &[u8], wire: &mut Wire) {
        send(self, data, wire);
    }

    fn receive(&mut self, records: &mut [u8]) -> usize {
        receive(self, &mut SliceInput::new(records))
    }
}
