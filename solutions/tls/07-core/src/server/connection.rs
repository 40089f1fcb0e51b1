//! A server's connection.

use core::ops::{Deref, DerefMut};
use std::sync::Arc;

use super::ServerConfig;
use crate::Error;
use crate::conn::ConnectionCommon;

/// A TLS server that owns the bytes that arrive: see [`ConnectionCommon`].
#[derive(Debug)]
pub struct ServerConnection {
    inner: ConnectionCommon,
}

impl ServerConnection {
    /// A connection of this configuration.
    /// It waits for a client's hello.
    ///
    /// # Errors
    ///
    /// If the configuration contradicts itself, or its provider fails.
    pub fn new(config: Arc<ServerConfig>) -> Result<Self, Error> {
        let (common, state) = super::start(config)?;
        Ok(Self {
            inner: ConnectionCommon::new(common, state),
        })
    }

    /// The name of the host that the client wants to speak to (RFC 6066, section 3), once
    /// its hello has been read, in a resumed connection too. It is as the client wrote it:
    /// capital and small letters are the same. `None` if it does not say.
    pub fn server_name(&self) -> Option<&str> {
        self.inner.negotiated.server_name.as_deref()
    }
}

impl Deref for ServerConnection {
    type Target = ConnectionCommon;

    fn deref(&self) -> &ConnectionCommon {
        &self.inner
    }
}

impl DerefMut for ServerConnection {
    fn deref_mut(&mut self) -> &mut ConnectionCommon {
        &mut self.inner
    }
}
