//! A server's connection on buffers of the caller.

use core::ops::{Deref, DerefMut};
use std::sync::Arc;

use super::ServerConfig;
use crate::Error;
use crate::conn::UnbufferedConnectionCommon;

/// A TLS server that works on the caller's buffers: see [`UnbufferedConnectionCommon`].
#[derive(Debug)]
pub struct UnbufferedServerConnection {
    inner: UnbufferedConnectionCommon,
}

impl UnbufferedServerConnection {
    /// A connection of this configuration.
    /// It waits for a client's hello.
    ///
    /// # Errors
    ///
    /// If the configuration contradicts itself, or its provider fails.
    pub fn new(config: Arc<ServerConfig>) -> Result<Self, Error> {
        let (common, state) = super::start(config)?;
        Ok(Self {
            inner: UnbufferedConnectionCommon::new(common, state),
        })
    }

    /// The name of the host that the client wants to speak to (RFC 6066, section 3), once
    /// its hello has been read, in a resumed connection too. It is as the client wrote it:
    /// capital and small letters are the same. `None` if it does not say.
    pub fn server_name(&self) -> Option<&str> {
        self.inner.negotiated.server_name.as_deref()
    }
}

impl Deref for UnbufferedServerConnection {
    type Target = UnbufferedConnectionCommon;

    fn deref(&self) -> &UnbufferedConnectionCommon {
        &self.inner
    }
}

impl DerefMut for UnbufferedServerConnection {
    fn deref_mut(&mut self) -> &mut UnbufferedConnectionCommon {
        &mut self.inner
    }
}
