//! One end of a connection, of this core or of another library.

use core::ops::DerefMut;
use std::error::Error;
use std::io::{BufRead, Write};

use tls_core::{CommonState, ConnectionCommon, HandshakeKind, UnbufferedConnectionCommon};

/// Why a peer has given up: the error of its library.
pub type Failure = Box<dyn Error>;

/// One end of a connection.
pub trait Peer {
    /// Takes bytes from the wire, and keeps the application data in them.
    fn receive(&mut self, wire: &[u8]) -> Result<(), Failure>;

    /// Appends the bytes that are to be sent.
    fn send(&mut self, wire: &mut Vec<u8>);

    /// Takes application data to be sent.
    fn write(&mut self, data: &[u8]);

    /// The application data that has come since it was asked last.
    fn take_received(&mut self) -> Vec<u8>;

    /// Asks for new keys, of both.
    fn update_keys(&mut self);

    /// Says that it will send no more.
    fn close(&mut self);

    /// Whether the other end has said so.
    fn peer_has_closed(&self) -> bool;

    fn is_handshaking(&self) -> bool;

    /// What was agreed upon.
    fn agreement(&self) -> Agreement;

    /// The other end's certificates.
    fn peer_certificates(&self) -> Vec<Vec<u8>>;
}

/// What both ends must see alike.
#[derive(Debug, PartialEq, Eq)]
pub struct Agreement {
    pub kind: HandshakeKind,
    pub cipher_suite: u16,
    pub group: u16,
    pub alpn_protocol: Option<Vec<u8>>,
    /// What they export, with and without a context.
    pub exported: [[u8; 50]; 2],
}

pub const EXPORT_LABEL: &[u8] = b"EXPERIMENTAL-tls-core";
pub const EXPORT_CONTEXTS: [Option<&[u8]>; 2] = [None, Some(b"a context")];

fn agreement(common: &CommonState) -> Agreement {
    Agreement {
        kind: common.handshake_kind().expect("a handshake"),
        cipher_suite: common.negotiated_cipher_suite().expect("a suite").suite.0,
        group: common.negotiated_key_exchange_group().expect("a group").0,
        alpn_protocol: common.alpn_protocol().map(<[u8]>::to_vec),
        exported: EXPORT_CONTEXTS.map(|context| {
            common
                .export_keying_material([0; 50], EXPORT_LABEL, context)
                .expect("a finished handshake")
        }),
    }
}

fn peer_certificates(common: &CommonState) -> Vec<Vec<u8>> {
    let certificates = common.peer_certificates().unwrap_or_default();
    certificates.iter().map(|it| it.to_vec()).collect()
}

/// A connection of this core that owns the bytes that arrive.
pub struct Buffered<C> {
    pub connection: C,
    received: Vec<u8>,
}

impl<C: DerefMut<Target = ConnectionCommon>> Buffered<C> {
    pub fn new(mut connection: C) -> Self {
        // Tests write a lot before they send it, in records of any size.
        connection.set_buffer_limit(None);
        Self {
            connection,
            received: Vec::new(),
        }
    }
}

impl<C: DerefMut<Target = ConnectionCommon>> Peer for Buffered<C> {
    fn receive(&mut self, mut wire: &[u8]) -> Result<(), Failure> {
        while self.connection.read_tls(&mut wire)? > 0 {
            self.connection.process_new_packets()?;
            while self
                .connection
                .process_new_packets()?
                .plaintext_bytes_to_read()
                > 0
            {
                let mut reader = self.connection.reader();
                let data = reader.fill_buf()?;
                self.received.extend_from_slice(data);
                let count = data.len();
                reader.consume(count);
            }
            if wire.is_empty() {
                break;
            }
        }
        Ok(())
    }

    fn send(&mut self, wire: &mut Vec<u8>) {
        while self.connection.wants_write() {
            self.connection.write_tls(wire).expect("memory takes all");
        }
    }

    fn write(&mut self, data: &[u8]) {
        self.connection.writer().write_all(data).expect("room");
    }

    fn take_received(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.received)
    }

    fn update_keys(&mut self) {
        self.connection.refresh_traffic_keys().expect("an update");
    }

    fn close(&mut self) {
        self.connection.send_close_notify();
    }

    fn peer_has_closed(&self) -> bool {
        self.connection.peer_has_closed()
    }

    fn is_handshaking(&self) -> bool {
        self.connection.is_handshaking()
    }

    fn agreement(&self) -> Agreement {
        agreement(&self.connection)
    }

    fn peer_certificates(&self) -> Vec<Vec<u8>> {
        peer_certificates(&self.connection)
    }
}

/// A connection of this core on buffers of the caller, and these buffers.
pub struct Unbuffered<C> {
    pub connection: C,
    incoming: Vec<u8>,
    outgoing: Vec<u8>,
    received: Vec<u8>,
}

impl<C> Unbuffered<C> {
    pub fn new(connection: C) -> Self {
        Self {
            connection,
            incoming: Vec::new(),
            outgoing: Vec::new(),
            received: Vec::new(),
        }
    }
}

impl<C: DerefMut<Target = UnbufferedConnectionCommon>> Peer for Unbuffered<C> {
    fn receive(&mut self, wire: &[u8]) -> Result<(), Failure> {
        self.incoming.extend_from_slice(wire);
        let received = &mut self.received;
        let status = self
            .connection
            .process_tls_records(&mut self.incoming, &mut |data| {
                received.extend_from_slice(data)
            });
        self.incoming.drain(..status.discard);
        Ok(status.state?)
    }

    fn send(&mut self, wire: &mut Vec<u8>) {
        wire.append(&mut self.outgoing);
        while self.connection.wants_write() {
            self.connection.write_tls(wire).expect("memory takes all");
        }
    }

    fn write(&mut self, data: &[u8]) {
        let start = self.outgoing.len();
        let length = self.connection.encrypted_length(data.len());
        self.outgoing.resize(start + length, 0);
        let written = self.connection.encrypt(data, &mut self.outgoing[start..]);
        assert_eq!(written, Ok(length));
    }

    fn take_received(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.received)
    }

    fn update_keys(&mut self) {
        self.connection.refresh_traffic_keys().expect("an update");
    }

    fn close(&mut self) {
        self.connection.send_close_notify();
    }

    fn peer_has_closed(&self) -> bool {
        self.connection.peer_has_closed()
    }

    fn is_handshaking(&self) -> bool {
        self.connection.is_handshaking()
    }

    fn agreement(&self) -> Agreement {
        agreement(&self.connection)
    }

    fn peer_certificates(&self) -> Vec<Vec<u8>> {
        peer_certificates(&self.connection)
    }
}
