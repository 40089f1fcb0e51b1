//! The connection under test, and how bytes come to it.

use core::ops::DerefMut;
use std::io::{BufRead, ErrorKind};
use std::sync::Arc;

use pki_types::ServerName;

use super::HOST;
use crate::client::UnbufferedClientConnection;
use crate::common::CommonState;
use crate::conn::{ConnectionCommon, UnbufferedConnectionCommon};
use crate::server::UnbufferedServerConnection;
use crate::{ClientConfig, ClientConnection, Error, ServerConfig, ServerConnection};

/// How bytes come to the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// As they are sent, into a connection with a buffer.
    Whole,
    /// One byte at a time, into a connection with a buffer.
    ByteByByte,
    /// As they are sent, in a buffer of the caller.
    Unbuffered,
}

impl Delivery {
    pub const ALL: [Self; 3] = [Self::Whole, Self::ByteByByte, Self::Unbuffered];
}

/// The connection under test.
pub struct Subject {
    api: Api,
    /// The application data that it has received.
    received: Vec<u8>,
}

enum Api {
    Buffered {
        connection: Box<dyn DerefMut<Target = ConnectionCommon>>,
        /// How many bytes come at once.
        step: usize,
    },
    Unbuffered {
        connection: Box<dyn DerefMut<Target = UnbufferedConnectionCommon>>,
        /// What has come and was not worked on.
        waiting: Vec<u8>,
    },
}

impl Subject {
    pub fn client(delivery: Delivery, config: Arc<ClientConfig>) -> Self {
        let name = ServerName::try_from(HOST).expect("a name");
        Self::new(match delivery.step() {
            Some(step) => Api::Buffered {
                connection: Box::new(ClientConnection::new(config, name).expect("a client")),
                step,
            },
            None => Api::Unbuffered {
                connection: Box::new(
                    UnbufferedClientConnection::new(config, name).expect("a client"),
                ),
                waiting: Vec::new(),
            },
        })
    }

    pub fn server(delivery: Delivery, config: Arc<ServerConfig>) -> Self {
        Self::new(match delivery.step() {
            Some(step) => Api::Buffered {
                connection: Box::new(ServerConnection::new(config).expect("a server")),
                step,
            },
            None => Api::Unbuffered {
                connection: Box::new(UnbufferedServerConnection::new(config).expect("a server")),
                waiting: Vec::new(),
            },
        })
    }

    fn new(api: Api) -> Self {
        Self {
            api,
            received: Vec::new(),
        }
    }

    pub fn common(&mut self) -> &mut CommonState {
        match &mut self.api {
            Api::Buffered { connection, .. } => connection,
            Api::Unbuffered { connection, .. } => connection,
        }
    }

    /// Hands bytes in and lets them be worked on, up to the first error.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Error> {
        match &mut self.api {
            Api::Buffered { connection, step } => {
                for mut chunk in bytes.chunks(*step) {
                    while !chunk.is_empty() && !connection.peer_has_closed() {
                        connection.read_tls(&mut chunk).expect("there is room");
                        drain(connection, &mut self.received)?;
                    }
                }
                drain(connection, &mut self.received)
            }
            Api::Unbuffered {
                connection,
                waiting,
            } => {
                waiting.extend_from_slice(bytes);
                let received = &mut self.received;
                let status = connection
                    .process_tls_records(waiting, &mut |data| received.extend_from_slice(data));
                waiting.drain(..status.discard);
                status.state
            }
        }
    }

    /// The application data that has come since the last call.
    pub fn received(&mut self) -> Vec<u8> {
        core::mem::take(&mut self.received)
    }

    /// What the connection has to say.
    pub fn sent(&mut self) -> Vec<u8> {
        let mut bytes = Vec::new();
        while self.common().wants_write() {
            self.common()
                .write_tls(&mut bytes)
                .expect("memory takes all");
        }
        bytes
    }
}

impl Delivery {
    /// How many bytes come at once to a connection with a buffer, if it has one.
    fn step(self) -> Option<usize> {
        match self {
            Self::Whole => Some(usize::MAX),
            Self::ByteByByte => Some(1),
            Self::Unbuffered => None,
        }
    }
}

/// Works through all that has come, and takes the data out.
fn drain(connection: &mut ConnectionCommon, received: &mut Vec<u8>) -> Result<(), Error> {
    loop {
        connection.process_new_packets()?;
        let mut reader = connection.reader();
        let length = match reader.fill_buf() {
            Ok(data) => {
                received.extend_from_slice(data);
                data.len()
            }
            Err(error) if error.kind() != ErrorKind::InvalidData => 0,
            // The next round tells it in its own words.
            Err(_) => continue,
        };
        if length == 0 {
            return Ok(());
        }
        reader.consume(length);
    }
}
