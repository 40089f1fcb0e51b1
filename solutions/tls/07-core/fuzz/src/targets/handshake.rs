//! Two honest peers, and somebody in the middle.

use core::ops::DerefMut;
use std::io::{BufRead, Write};
use std::sync::Arc;

use deframer::HEADER_LENGTH;
use tls_core::pki_types::ServerName;
use tls_core::server::WebPkiClientVerifier;
use tls_core::{ClientConfig, ClientConnection, ConnectionCommon, Error};
use tls_core::{ServerConfig, ServerConnection};

use crate::identity::{IDENTITY, NAME, SameTime};
use crate::input::Options;
use crate::transparent::{SECP256R1, repeatable_provider};
use crate::wire;

/// A client and a server that shake hands, talk, change their keys, and close. The first
/// byte of the input has the options, and every four that follow are an `Edit` of a
/// record on its way.
///
/// | option | |
/// |---|---|
/// | 0 | the client has to send another hello |
/// | 1 | the client has a certificate |
/// | 2 | both send small records |
/// | 3 | there is an application protocol |
///
/// They use real cryptography. Whatever was done to the records: what a peer receives is
/// what the other has sent, as far as it goes; a peer is closed only if the other has
/// closed; and peers that have finished the handshake agree on all of it.
pub fn handshake(data: &[u8]) {
    let Some((&options, edits)) = data.split_first() else {
        return;
    };
    let edits = edits.chunks_exact(Edit::LENGTH).take(Edit::MOST);
    let mut middle = Middle {
        edits: edits.map(Edit::new).collect(),
        seen: Vec::new(),
        held_back: Vec::new(),
    };
    let options = Options(options);
    let mut client = client(options);
    let mut server = server(options);
    for stage in 0..3 {
        for peer in [&mut client, &mut server] {
            peer.act(stage);
        }
        while middle.carry(&mut client, &mut server) | middle.carry(&mut server, &mut client) {}
    }

    for (one, other) in [(&client, &server), (&server, &client)] {
        assert!(
            other.sent.starts_with(&one.received),
            "what came is not what was sent"
        );
        if one.finished() && one.connection.peer_has_closed() {
            assert!(other.has_closed, "nobody has closed the connection");
        }
    }
    if client.finished() {
        assert_eq!(client.choices(), server.choices());
        let certificates = client.connection.peer_certificates();
        assert_eq!(certificates, Some(&[IDENTITY.certificate.clone()][..]));
        if server.finished()
            && let (Some(ours), Some(theirs)) = (client.exported(), server.exported())
        {
            assert_eq!(ours, theirs);
        }
    } else {
        assert!(client.received.is_empty());
    }
    if !server.finished() {
        assert!(server.received.is_empty());
    }
    if middle.edits.is_empty() {
        assert_eq!(client.received, server.sent);
        assert_eq!(server.received, client.sent);
        assert!(client.connection.peer_has_closed() && server.connection.peer_has_closed());
    }
}

/// What is done to one record.
#[derive(Debug, Clone, Copy)]
struct Edit {
    /// Which record, counted from 0 as they are carried, in both directions together.
    record: usize,
    /// What is done: see [`Middle::edit`].
    what: u8,
    at: u8,
    value: u8,
}

impl Edit {
    const LENGTH: usize = 4;
    /// How many count, so that an input does not take long.
    const MOST: usize = 8;

    fn new(bytes: &[u8]) -> Self {
        Self {
            record: usize::from(bytes[0]),
            what: bytes[1],
            at: bytes[2],
            value: bytes[3],
        }
    }
}

/// Carries records, and edits them.
struct Middle {
    edits: Vec<Edit>,
    /// The records so far.
    seen: Vec<Vec<u8>>,
    /// A record that goes behind the next one.
    held_back: Vec<u8>,
}

impl Middle {
    /// Carries what `from` has to send, and says whether that was anything.
    fn carry(&mut self, from: &mut Peer, to: &mut Peer) -> bool {
        let mut sent = Vec::new();
        while from.connection.wants_write() {
            from.connection
                .write_tls(&mut sent)
                .expect("memory takes all");
        }
        for record in wire::split(&sent) {
            let number = self.seen.len();
            self.seen.push(record.to_vec());
            let mut carried = record.to_vec();
            for at in 0..self.edits.len() {
                let edit = self.edits[at];
                if edit.record == number {
                    self.edit(edit, &mut carried);
                }
            }
            if self.edits.iter().all(|edit| edit.record != number) {
                carried.append(&mut self.held_back);
            }
            to.take(&carried);
        }
        !sent.is_empty()
    }

    fn edit(&mut self, edit: Edit, record: &mut Vec<u8>) {
        let Edit {
            what, at, value, ..
        } = edit;
        let Some(last) = record.len().checked_sub(1) else {
            return;
        };
        // So that both ends of a long record can be reached.
        let place = match at {
            0..128 => last.min(at.into()),
            _ => last.saturating_sub((255 - at).into()),
        };
        match what % 12 {
            0 => record[place] ^= value,
            1 => record.truncate(place),
            2 => record.clear(),
            3 => record.extend_from_within(..),
            4 => self.held_back.append(record),
            5 => *record = split_record(record, place),
            6 => insert(record, &[20, 3, 3, 0, 1, value]),
            7 => insert(record, &[21, 3, 3, 0, 2, at, value]),
            8 => {
                let mut data = vec![23, 3, 3, 0, value];
                data.resize(HEADER_LENGTH + usize::from(value), at);
                insert(record, &data);
            }
            // One of an earlier time, maybe of the other direction.
            9 => {
                if let Some(earlier) = self.seen.get(usize::from(at)) {
                    insert(record, earlier);
                }
            }
            // The same, in its place.
            10 => {
                if let Some(earlier) = self.seen.get(usize::from(at)) {
                    record.clone_from(earlier);
                }
            }
            _ => record.insert(place, value),
        }
    }
}

fn insert(record: &mut Vec<u8>, front: &[u8]) {
    record.splice(..0, front.iter().copied());
}

/// The same payload in two records.
fn split_record(record: &[u8], place: usize) -> Vec<u8> {
    let Some((header, payload)) = record.split_first_chunk::<HEADER_LENGTH>() else {
        return record.to_vec();
    };
    let (first, second) = payload.split_at(place.min(payload.len()));
    let mut records = Vec::new();
    for part in [first, second] {
        records.extend_from_slice(&header[..3]);
        records.extend_from_slice(&(part.len() as u16).to_be_bytes());
        records.extend_from_slice(part);
    }
    records
}

/// One of the two.
struct Peer {
    connection: Box<dyn DerefMut<Target = ConnectionCommon>>,
    error: Option<Error>,
    /// What it has written.
    sent: Vec<u8>,
    received: Vec<u8>,
    has_closed: bool,
}

impl Peer {
    fn new(connection: impl DerefMut<Target = ConnectionCommon> + 'static) -> Self {
        Self {
            connection: Box::new(connection),
            error: None,
            sent: Vec::new(),
            received: Vec::new(),
            has_closed: false,
        }
    }

    fn finished(&self) -> bool {
        !self.connection.is_handshaking()
    }

    /// What a peer does by itself: first it talks, then it changes its keys and talks
    /// again, and then it closes.
    fn act(&mut self, stage: u8) {
        if self.error.is_some() {
            return;
        }
        match stage {
            0 => self.write(b"before the handshake is over"),
            1 if self.finished() => {
                let _ = self.connection.refresh_traffic_keys();
                self.write(b"under new keys");
            }
            2 => {
                self.connection.send_close_notify();
                self.has_closed = true;
            }
            _ => {}
        }
    }

    fn write(&mut self, data: &[u8]) {
        if let Ok(count) = self.connection.writer().write(data) {
            self.sent.extend_from_slice(&data[..count]);
        }
    }

    fn take(&mut self, mut wire: &[u8]) {
        while !wire.is_empty() && self.error.is_none() {
            let count = self.connection.read_tls(&mut wire).expect("room");
            if count == 0 {
                return;
            }
            loop {
                match self.connection.process_new_packets() {
                    Ok(state) if state.plaintext_bytes_to_read() > 0 => {
                        let mut reader = self.connection.reader();
                        let data = reader.fill_buf().expect("data waits");
                        self.received.extend_from_slice(data);
                        let count = data.len();
                        reader.consume(count);
                    }
                    Ok(_) => break,
                    Err(error) => {
                        self.error = Some(error);
                        break;
                    }
                }
            }
        }
    }

    /// What was agreed upon, as far as a server knows it before its client's Finished.
    fn choices(&self) -> impl PartialEq + core::fmt::Debug {
        let common = &self.connection;
        (
            common.handshake_kind(),
            common.negotiated_cipher_suite(),
            common.negotiated_key_exchange_group(),
            common.alpn_protocol().map(<[u8]>::to_vec),
        )
    }

    /// What comes of a secret that both have after the handshake, and forget if they fail.
    fn exported(&self) -> Option<[u8; 32]> {
        let exported = self
            .connection
            .export_keying_material([0; 32], b"fuzz", None);
        assert_eq!(exported.is_err(), self.error.is_some());
        exported.ok()
    }
}

fn client(options: Options) -> Peer {
    let builder = ClientConfig::builder_with_provider(Arc::new(repeatable_provider()))
        .with_root_certificates(Arc::clone(&IDENTITY.roots));
    let mut config = match options.has(1) {
        true => builder
            .with_client_auth_cert(chain(), IDENTITY.key.clone_key().into())
            .expect("a certificate and its key"),
        false => builder.with_no_client_auth(),
    };
    config.time_provider = Arc::new(SameTime);
    config.max_fragment_size = options.has(2).then_some(100);
    if options.has(3) {
        config.alpn_protocols = vec![b"one".to_vec(), b"two".to_vec()];
    }
    let name = ServerName::try_from(NAME).expect("a name");
    Peer::new(ClientConnection::new(Arc::new(config), name).expect("a client"))
}

fn server(options: Options) -> Peer {
    let mut provider = repeatable_provider();
    if options.has(0) {
        provider.kx_groups = vec![&SECP256R1];
    }
    let provider = Arc::new(provider);
    let builder = ServerConfig::builder_with_provider(Arc::clone(&provider));
    let builder = match options.has(1) {
        true => builder.with_client_cert_verifier(
            WebPkiClientVerifier::builder_with_provider(Arc::clone(&IDENTITY.roots), provider)
                .build()
                .expect("there is a root"),
        ),
        false => builder.with_no_client_auth(),
    };
    let mut config = builder
        .with_single_cert(chain(), IDENTITY.key.clone_key().into())
        .expect("a certificate and its key");
    config.time_provider = Arc::new(SameTime);
    config.max_fragment_size = options.has(2).then_some(100);
    if options.has(3) {
        config.alpn_protocols = vec![b"two".to_vec(), b"three".to_vec()];
    }
    Peer::new(ServerConnection::new(Arc::new(config)).expect("a server"))
}

fn chain() -> Vec<tls_core::pki_types::CertificateDer<'static>> {
    vec![IDENTITY.certificate.clone()]
}
