//! The two ends of a connection in memory, whoever has written them.

use core::ops::DerefMut;
use std::error::Error;
use std::io::{BufRead, Read, Write};

use tls_core::{CommonState, ConnectionCommon, UnbufferedConnectionCommon};

use crate::report::Direction;
use crate::watch::Wire;

/// One end.
pub trait End {
    /// Takes what waits to be sent.
    fn outgoing(&mut self) -> Result<Vec<u8>, Box<dyn Error>>;
    /// Hands in what has come, and keeps the application data of it.
    fn incoming(&mut self, bytes: &[u8]) -> Result<(), Box<dyn Error>>;
    /// Says as much of this as it takes, and returns how much that is.
    fn say(&mut self, words: &[u8]) -> Result<usize, Box<dyn Error>>;
    /// The application data that has come since it was last asked.
    fn heard(&mut self) -> Vec<u8>;
    /// Says that it will say no more.
    fn close(&mut self);
}

/// One end that is the core, in whosever buffers it receives.
pub trait CoreEnd: End {
    /// What it has agreed upon with its peer.
    fn common(&mut self) -> &mut CommonState;
}

/// The core, which receives into a buffer of its own.
pub struct Core<C> {
    pub connection: C,
    heard: Vec<u8>,
}

impl<C> Core<C> {
    pub fn new(connection: C) -> Self {
        Self {
            connection,
            heard: Vec::new(),
        }
    }
}

impl<C: DerefMut<Target = ConnectionCommon>> End for Core<C> {
    fn outgoing(&mut self) -> Result<Vec<u8>, Box<dyn Error>> {
        let mut bytes = Vec::new();
        while self.connection.wants_write() {
            self.connection.write_tls(&mut bytes)?;
        }
        Ok(bytes)
    }

    fn incoming(&mut self, mut bytes: &[u8]) -> Result<(), Box<dyn Error>> {
        while !bytes.is_empty() {
            if self.connection.read_tls(&mut bytes)? == 0 {
                return Ok(());
            }
            // Behind each piece of data that is consumed there may be another.
            while self
                .connection
                .process_new_packets()?
                .plaintext_bytes_to_read()
                > 0
            {
                let mut reader = self.connection.reader();
                let data = reader.fill_buf()?;
                let length = data.len();
                self.heard.extend_from_slice(data);
                reader.consume(length);
            }
        }
        Ok(())
    }

    fn say(&mut self, words: &[u8]) -> Result<usize, Box<dyn Error>> {
        Ok(self.connection.writer().write(words)?)
    }

    fn heard(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.heard)
    }

    fn close(&mut self) {
        self.connection.send_close_notify();
    }
}

impl<C: DerefMut<Target = ConnectionCommon>> CoreEnd for Core<C> {
    fn common(&mut self) -> &mut CommonState {
        &mut self.connection
    }
}

/// The core on buffers of ours: records are opened where they lie in them.
pub struct InPlace<C> {
    pub connection: C,
    received: Vec<u8>,
    sealed: Vec<u8>,
    heard: Vec<u8>,
}

impl<C> InPlace<C> {
    pub fn new(connection: C) -> Self {
        Self {
            connection,
            received: Vec::new(),
            sealed: Vec::new(),
            heard: Vec::new(),
        }
    }
}

impl<C: DerefMut<Target = UnbufferedConnectionCommon>> End for InPlace<C> {
    fn outgoing(&mut self) -> Result<Vec<u8>, Box<dyn Error>> {
        let mut bytes = core::mem::take(&mut self.sealed);
        while self.connection.wants_write() {
            self.connection.write_tls(&mut bytes)?;
        }
        Ok(bytes)
    }

    fn incoming(&mut self, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
        self.received.extend_from_slice(bytes);
        let heard = &mut self.heard;
        let status = self
            .connection
            .process_tls_records(&mut self.received, &mut |data| {
                heard.extend_from_slice(data)
            });
        self.received.drain(..status.discard);
        Ok(status.state?)
    }

    fn say(&mut self, words: &[u8]) -> Result<usize, Box<dyn Error>> {
        let start = self.sealed.len();
        let length = self.connection.encrypted_length(words.len());
        self.sealed.resize(start + length, 0);
        let length = self.connection.encrypt(words, &mut self.sealed[start..])?;
        self.sealed.truncate(start + length);
        Ok(words.len())
    }

    fn heard(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.heard)
    }

    fn close(&mut self) {
        self.connection.send_close_notify();
    }
}

impl<C: DerefMut<Target = UnbufferedConnectionCommon>> CoreEnd for InPlace<C> {
    fn common(&mut self) -> &mut CommonState {
        &mut self.connection
    }
}

/// rustls.
pub struct Rustls {
    pub connection: rustls::Connection,
    heard: Vec<u8>,
}

impl Rustls {
    pub fn new(connection: impl Into<rustls::Connection>) -> Self {
        Self {
            connection: connection.into(),
            heard: Vec::new(),
        }
    }
}

impl End for Rustls {
    fn outgoing(&mut self) -> Result<Vec<u8>, Box<dyn Error>> {
        let mut bytes = Vec::new();
        while self.connection.wants_write() {
            self.connection.write_tls(&mut bytes)?;
        }
        Ok(bytes)
    }

    fn incoming(&mut self, mut bytes: &[u8]) -> Result<(), Box<dyn Error>> {
        while !bytes.is_empty() {
            self.connection.read_tls(&mut bytes)?;
            let state = self.connection.process_new_packets();
            let state =
                state.map_err(|error| format!("rustls refuses what the core sent: {error}"))?;
            let mut data = vec![0; state.plaintext_bytes_to_read()];
            self.connection.reader().read_exact(&mut data)?;
            self.heard.extend(data);
        }
        Ok(())
    }

    fn say(&mut self, words: &[u8]) -> Result<usize, Box<dyn Error>> {
        Ok(self.connection.writer().write(words)?)
    }

    fn heard(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.heard)
    }

    fn close(&mut self) {
        self.connection.send_close_notify();
    }
}

/// Carries bytes between the two until neither has anything to send.
pub fn carry(
    core: &mut impl End,
    peer: &mut impl End,
    wire: &mut Wire,
) -> Result<(), Box<dyn Error>> {
    loop {
        let sent = core.outgoing()?;
        wire.passes(Direction::Sent, &sent);
        peer.incoming(&sent)?;
        let received = peer.outgoing()?;
        wire.passes(Direction::Received, &received);
        core.incoming(&received)?;
        if sent.is_empty() && received.is_empty() {
            return Ok(());
        }
    }
}

/// Insists on something, in words for a person.
pub fn insist(holds: bool, otherwise: &str) -> Result<(), Box<dyn Error>> {
    match holds {
        true => Ok(()),
        false => Err(otherwise.into()),
    }
}
