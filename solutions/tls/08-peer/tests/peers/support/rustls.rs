//! rustls, on a socket in this process.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::ops::DerefMut;
use std::sync::Arc;
use std::thread::JoinHandle;

use rustls::crypto::{CryptoProvider, aws_lc_rs};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::{
    ClientConfig, ClientConnection, ConfigBuilder, ConfigSide, ConnectionCommon, HandshakeKind,
    RootCertStore, ServerConfig, ServerConnection, SideData, Stream, SupportedCipherSuite,
    WantsVerifier,
};

use super::certificates::NAME;
use super::{Identity, files};

/// What rustls says that was agreed upon.
#[derive(Debug)]
pub struct Agreed {
    pub suite: String,
    pub kind: HandshakeKind,
    pub alpn: Option<Vec<u8>>,
    /// How many certificates the peer has presented.
    pub certificates: usize,
    /// All application data that came.
    pub received: Vec<u8>,
}

/// A provider with these alone; all there are where the list is empty.
pub fn provider(
    suites: &[SupportedCipherSuite],
    groups: &[&'static dyn rustls::crypto::SupportedKxGroup],
) -> Arc<CryptoProvider> {
    let mut provider = aws_lc_rs::default_provider();
    if !suites.is_empty() {
        provider.cipher_suites = suites.to_vec();
    }
    if !groups.is_empty() {
        provider.kx_groups = groups.to_vec();
    }
    Arc::new(provider)
}

/// The roots of the tests.
pub fn roots() -> Arc<RootCertStore> {
    let mut roots = RootCertStore::empty();
    roots
        .add(CertificateDer::from_pem_file(&files().root).unwrap())
        .unwrap();
    Arc::new(roots)
}

/// An identity as rustls takes it.
pub fn load(identity: &Identity) -> (Vec<CertificateDer<'static>>, PrivateKeyDer<'static>) {
    let chain = CertificateDer::pem_file_iter(&identity.chain).unwrap();
    (
        chain.map(Result::unwrap).collect(),
        PrivateKeyDer::from_pem_file(&identity.key).unwrap(),
    )
}

/// Starts to build a client's or server's configuration for TLS 1.3.
fn builder<S: ConfigSide>(
    builder: ConfigBuilder<S, rustls::WantsVersions>,
) -> ConfigBuilder<S, WantsVerifier> {
    builder
        .with_protocol_versions(&[&rustls::version::TLS13])
        .unwrap()
}

/// A client's configuration.
pub fn client_config(provider: Arc<CryptoProvider>, identity: Option<&Identity>) -> ClientConfig {
    let builder = builder(ClientConfig::builder_with_provider(provider));
    let builder = builder.with_root_certificates(roots());
    match identity {
        None => builder.with_no_client_auth(),
        Some(identity) => {
            let (chain, key) = load(identity);
            builder.with_client_auth_cert(chain, key).unwrap()
        }
    }
}

/// A server's configuration. With `auth` clients need a certificate.
pub fn server_config(
    provider: Arc<CryptoProvider>,
    identity: &Identity,
    auth: bool,
) -> ServerConfig {
    let builder = builder(ServerConfig::builder_with_provider(Arc::clone(&provider)));
    let builder = match auth {
        false => builder.with_no_client_auth(),
        true => {
            let verifier =
                rustls::server::WebPkiClientVerifier::builder_with_provider(roots(), provider);
            builder.with_client_cert_verifier(verifier.build().unwrap())
        }
    };
    let (chain, key) = load(identity);
    builder.with_single_cert(chain, key).unwrap()
}

/// A server in a thread, of so many connections. It answers each with `answer`, after an
/// update of its keys.
pub fn serve(
    config: ServerConfig,
    connections: usize,
    answer: Vec<u8>,
) -> (SocketAddr, JoinHandle<Vec<io::Result<Agreed>>>) {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    let config = Arc::new(config);
    let thread = std::thread::spawn(move || {
        (0..connections)
            .map(|_| {
                let (socket, _) = listener.accept()?;
                let connection = ServerConnection::new(Arc::clone(&config)).unwrap();
                serve_one(connection, socket, &answer)
            })
            .collect()
    });
    (address, thread)
}

fn serve_one(
    mut connection: ServerConnection,
    mut socket: TcpStream,
    answer: &[u8],
) -> io::Result<Agreed> {
    let mut stream = Stream::new(&mut connection, &mut socket);
    let mut received = Vec::new();
    while !received.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        stream.read_exact(&mut byte)?;
        received.push(byte[0]);
    }
    stream.conn.refresh_traffic_keys().unwrap();
    stream.write_all(answer)?;
    stream.conn.send_close_notify();
    stream.flush()?;
    // The client's close_notify, under keys that it has updated.
    stream.read_to_end(&mut received)?;
    Ok(agreed(&connection, received))
}

/// Sends `request` to a server, with an update of the keys after its first byte, and
/// reads until it closes.
pub fn ask(config: &Arc<ClientConfig>, address: SocketAddr, request: &[u8]) -> io::Result<Agreed> {
    let mut socket = TcpStream::connect(address)?;
    let name = NAME.try_into().unwrap();
    let mut connection = ClientConnection::new(Arc::clone(config), name).unwrap();
    let mut stream = Stream::new(&mut connection, &mut socket);
    stream.write_all(&request[..1])?;
    stream.conn.refresh_traffic_keys().unwrap();
    stream.write_all(&request[1..])?;
    let mut received = Vec::new();
    stream.read_to_end(&mut received)?;
    Ok(agreed(&connection, received))
}

fn agreed<C, D>(connection: &C, received: Vec<u8>) -> Agreed
where
    C: DerefMut<Target = ConnectionCommon<D>>,
    D: SideData,
{
    let suite = connection.negotiated_cipher_suite().unwrap().suite();
    Agreed {
        suite: format!("{suite:?}"),
        kind: connection.handshake_kind().unwrap(),
        alpn: connection.alpn_protocol().map(<[u8]>::to_vec),
        certificates: connection.peer_certificates().map_or(0, <[_]>::len),
        received,
    }
}
