//! The two ends of a connection in memory, whoever has written them.

use core::ops::DerefMut;
use std::error::Error;
use std::io::{BufRead, Read, Write};

use tls_core::ConnectionCommon;

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

/// The core.
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
